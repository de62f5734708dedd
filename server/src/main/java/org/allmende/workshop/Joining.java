package org.allmende.workshop;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.allmende.base.db.Submissions;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.board.Boards;
import org.allmende.notify.Following;
import org.allmende.people.Addresses;
import org.allmende.people.People;
import org.allmende.registration.Registration;
import org.allmende.registration.RegistrationState;
import org.allmende.registration.Registrations;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets people into a workshop by its code, without an account. */
@Component
public class Joining {

  private final WorkshopStore workshops;
  private final ParticipantStore participants;
  private final AnswerStore answers;
  private final WrongCodes wrongCodes;
  private final People people;
  private final Addresses addresses;
  private final Following following;
  private final Tenants tenants;
  private final Registrations registrations;
  private final Boards boards;
  private final Submissions submissions;
  private final Clock clock;

  Joining(
      WorkshopStore workshops,
      ParticipantStore participants,
      AnswerStore answers,
      WrongCodes wrongCodes,
      People people,
      Addresses addresses,
      Following following,
      Tenants tenants,
      Registrations registrations,
      Boards boards,
      Submissions submissions,
      Clock clock) {
    this.workshops = workshops;
    this.participants = participants;
    this.answers = answers;
    this.wrongCodes = wrongCodes;
    this.people = people;
    this.addresses = addresses;
    this.following = following;
    this.tenants = tenants;
    this.registrations = registrations;
    this.boards = boards;
    this.submissions = submissions;
    this.clock = clock;
  }

  /**
   * The workshop a code opens.
   *
   * @throws Problem 422 if no workshop has it, 429 after too many wrong ones
   */
  @Transactional
  public Workshop behind(String code, Visitor visitor) {
    wrongCodes.check(visitor);
    return JoinCode.read(code).flatMap(workshops::find).orElseThrow(() -> wrong(visitor));
  }

  private Problem wrong(Visitor visitor) {
    wrongCodes.note(visitor);
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "workshop.join.code.wrong");
  }

  /**
   * Joins; the same submission joins once.
   *
   * @throws Problem 409 if the workshop is full, 422 if the code is wrong, 429 after too many wrong
   *     ones
   */
  @Transactional
  public Participant join(
      Workshop workshop,
      JoinForm form,
      @Nullable String submission,
      Visitor visitor,
      Locale locale) {
    if (!behind(form.code(), visitor).id().equals(workshop.id())) {
      throw wrong(visitor);
    }
    String id =
        submissions.once(
            "workshop join " + workshop.id(),
            submission,
            () -> insert(workshop, form, locale).value());
    return participants.find(new ParticipantId(id)).orElseThrow();
  }

  private ParticipantId insert(Workshop workshop, JoinForm form, Locale locale) {
    requireOpen(workshop);
    if (form.tenant() != null && !tenants.isActive(form.tenant())) {
      throw Problem.invalid("workshop.join.tenant.unknown");
    }
    int number =
        participants
            .nextNumber(workshop.id(), form.device())
            .orElseThrow(() -> Problem.conflict("workshop.join.full", workshop.capacity()));
    Participant participant =
        insert(workshop, number, form.name(), form.tenant(), form.department(), form.device());
    answers.replace(workshop.id(), participant.id(), form.answers());
    tell(participant, form.contact(), locale);
    return participant.id();
  }

  private Participant insert(
      Workshop workshop,
      int number,
      String name,
      @Nullable TenantId tenant,
      @Nullable String department,
      SharedDevice device) {
    PersonId person = people.guest();
    var participant =
        new Participant(
            new ParticipantId(Ids.next()),
            workshop.id(),
            person,
            number,
            name,
            tenant,
            department,
            clock.instant(),
            device,
            Standing.PRESENT);
    participants.insert(participant);
    following.follow(person, workshop.ref());
    return participant;
  }

  /**
   * Goes in with a seat that was registered for; again is the same place. Whoever has a seat gets
   * in even if others came by the code before.
   *
   * @param link the private link of the registration
   * @throws Problem 404 for a link to something else, 409 without a seat
   */
  @Transactional
  public Participant enter(Workshop workshop, String link) {
    Registration registration = registrations.behind(link);
    if (!registration.about().equals(workshop.ref())) {
      throw Problem.notFound("workshop.enter.elsewhere");
    }
    if (registration.state() != RegistrationState.CONFIRMED) {
      throw Problem.conflict("workshop.enter.noSeat");
    }
    String id =
        submissions.once(
            "workshop join " + workshop.id(),
            registration.id().ref().toString(),
            () -> insert(workshop, registration).value());
    return participants.find(new ParticipantId(id)).orElseThrow();
  }

  private static void requireOpen(Workshop workshop) {
    if (workshop.isCanceled()) {
      throw Problem.conflict("workshop.canceled.join");
    }
    if (workshop.rehearsing()) {
      throw Problem.conflict("workshop.rehearsal.join");
    }
  }

  private ParticipantId insert(Workshop workshop, Registration registration) {
    requireOpen(workshop);
    Participant participant =
        insert(
            workshop,
            participants.nextNumberOfRegistered(workshop.id()),
            registration.name(),
            registration.municipality(),
            registration.department(),
            SharedDevice.ALONE);
    registrations.arrived(registration.id());
    answers.replace(
        workshop.id(),
        participant.id(),
        Answers.of(registrations.takeAnswers(registration.id()).asForm()));
    PersonId known = registration.person();
    if (known != null) {
      // The address was confirmed for the registration; nobody has to do that twice.
      addresses
          .reachable(List.of(known))
          .values()
          .forEach(
              where -> addresses.confirmed(participant.person(), where.email(), where.locale()));
    }
    return participant.id();
  }

  /**
   * Says anew who sits at the device.
   *
   * @throws Problem 409 if there is no room for so many
   */
  @Transactional
  public void share(Workshop workshop, Participant participant, SharedDevice device) {
    // In a statement of its own: the next one sees what those before it at this device wrote.
    workshops.lock(workshop.id());
    if (!participants.share(participant, device)) {
      throw Problem.conflict("workshop.join.full", workshop.capacity());
    }
    boards.of(workshop.ref()).ifPresent(board -> boards.recheck(board.id(), null));
  }

  /** Asks for leave to write to the address; until it is confirmed nothing else is sent there. */
  @Transactional
  public void tell(Participant participant, @Nullable String address, Locale locale) {
    if (address != null) {
      addresses.ask(participant.person(), address, locale);
    }
  }
}

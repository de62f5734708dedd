package org.allmende.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.allmende.base.db.Submissions;
import org.allmende.base.event.EventHandler;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Problem;
import org.allmende.people.AddressConfirmed;
import org.allmende.people.Addresses;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seats, from registering to leaving. Every change is one transaction that begins with a lock on
 * the row of the offering, so that two people never get the same seat.
 */
@Component
public class Registrations {

  private final OfferingStore offerings;
  private final RegistrationStore store;
  private final AnswerStore answers;
  private final ChangeStore changes;
  private final Promotion promotion;
  private final WaitingList waitingList;
  private final OfferTerms terms;
  private final RegistrationTelling telling;
  private final RegistrationLinks links;
  private final Addresses addresses;
  private final Tenants tenants;
  private final Submissions submissions;
  private final Clock clock;

  Registrations(
      OfferingStore offerings,
      RegistrationStore store,
      AnswerStore answers,
      ChangeStore changes,
      Promotion promotion,
      WaitingList waitingList,
      OfferTerms terms,
      RegistrationTelling telling,
      RegistrationLinks links,
      Addresses addresses,
      Tenants tenants,
      Submissions submissions,
      Clock clock) {
    this.offerings = offerings;
    this.store = store;
    this.answers = answers;
    this.changes = changes;
    this.promotion = promotion;
    this.waitingList = waitingList;
    this.terms = terms;
    this.telling = telling;
    this.links = links;
    this.addresses = addresses;
    this.tenants = tenants;
    this.submissions = submissions;
    this.clock = clock;
  }

  /**
   * Lets people register for a thing from now on; told again, it changes what is said of the thing,
   * but not how many seats there are.
   */
  @Transactional
  public void open(Offering offering) {
    offerings.put(offering);
  }

  /**
   * Says anew what a thing is and tells everybody who is registered or waits that it has changed.
   *
   * @param key names the change; told once
   */
  @Transactional
  public void change(Offering offering, String key) {
    offerings.put(offering);
    live(offering.about()).forEach(registration -> telling.changed(key, offering, registration));
  }

  /** Calls a thing off: everybody who is registered or waits is told why, and nobody registers. */
  @Transactional
  public void cancel(Ref about, String reason) {
    Offering offering = locked(about);
    offerings.cancel(about, clock.instant());
    live(about).forEach(registration -> telling.canceled(reason, offering, registration));
  }

  private List<Registration> live(Ref about) {
    return store.of(about).stream().filter(registration -> registration.state().isLive()).toList();
  }

  /** What one can register for at a thing, if one can. */
  public Optional<Offering> offering(Ref about) {
    return offerings.find(about);
  }

  /** What one can register for at several things. */
  public List<Offering> offerings(Collection<Ref> abouts) {
    return abouts.isEmpty() ? List.of() : offerings.all(abouts);
  }

  /** How the seats of several things stand; things without registration are left out. */
  public Map<Ref, Seats> seats(Collection<Ref> abouts) {
    return abouts.isEmpty() ? Map.of() : store.seats(abouts);
  }

  Seats seats(Offering offering) {
    return store
        .seats(List.of(offering.about()))
        .getOrDefault(offering.about(), new Seats(offering.capacity(), 0, 0, 0, 0));
  }

  /**
   * Registers; the same submission registers once. Whoever comes when all seats are taken, or when
   * others wait for them, is put on the waiting list.
   *
   * @throws Problem 409 when registration is not open or the address is registered already, 422 for
   *     a group that is too large
   */
  @Transactional
  public Registration register(
      Ref about, NewRegistration wanted, @Nullable String submission, Locale locale) {
    Offering offering = locked(about);
    String id =
        submissions.once(
            "registration " + about, submission, () -> insert(offering, wanted, locale).value());
    return get(new RegistrationId(id));
  }

  private RegistrationId insert(Offering offering, NewRegistration wanted, Locale locale) {
    requireOpen(offering);
    if (wanted.people() < 1 || wanted.people() > offering.largestGroup()) {
      throw Problem.invalid("registration.people.tooMany", offering.largestGroup());
    }
    if (wanted.municipality() != null && tenants.find(wanted.municipality()).isEmpty()) {
      throw Problem.invalid("registration.municipality.unknown");
    }
    // Under the lock, so that the same address cannot become two people here.
    PersonId person = addresses.addressed(wanted.email(), locale);
    if (store.live(offering.about(), person).isPresent()) {
      throw Problem.conflict(SigningUp.ALREADY);
    }
    var id = new RegistrationId(Ids.next());
    sitDown(offering, id, person, wanted);
    answers.replace(id, wanted.answers());
    return id;
  }

  private void sitDown(
      Offering offering, RegistrationId id, PersonId person, NewRegistration wanted) {
    Instant now = clock.instant();
    boolean atOnce = admitsAtOnce(offering, wanted.people());
    store.insert(
        new Registration(
            id,
            offering.about(),
            person,
            atOnce ? RegistrationState.CONFIRMED : RegistrationState.WAITLISTED,
            wanted.name(),
            wanted.municipality(),
            wanted.department(),
            wanted.people(),
            now,
            confirmBy(offering, person, now),
            atOnce ? null : now,
            null,
            null,
            null));
    note(offering, id, atOnce ? ChangeKind.CONFIRMED : ChangeKind.WAITLISTED);
    promotion.settle(offering);
  }

  private boolean admitsAtOnce(Offering offering, int people) {
    List<Registration> waiting = store.waiting(offering.about());
    return promotion
        .allotment(offering, promotion.free(offering), waiting)
        .admitsAtOnce(people, waiting);
  }

  private @Nullable Instant confirmBy(Offering offering, PersonId person, Instant now) {
    // Held until the commit, so that a confirmation meanwhile finds this registration.
    return addresses.reachableUntilCommit(List.of(person)).isEmpty()
        ? terms.confirmBy(offering, now, clock.getZone())
        : null;
  }

  private void requireOpen(Offering offering) {
    Instant now = clock.instant();
    if (now.isBefore(offering.opensAt())) {
      throw Problem.conflict("registration.notYetOpen");
    }
    if (!offering.isOpen(now)) {
      throw Problem.conflict("registration.closed");
    }
  }

  /**
   * Takes the offered seats, or fewer of them; on the last day, a free seat before others do.
   *
   * @throws Problem 409 when the offer has run out or somebody else was faster
   */
  @Transactional
  public Registration accept(RegistrationId id, int people) {
    Offering offering = lockedOf(id);
    Registration registration = get(id);
    if (registration.is(RegistrationState.CONFIRMED)) {
      return registration;
    }
    requireOfferHolds(offering, registration);
    requireFewer(registration, people);
    if (registration.isCalled() && promotion.free(offering) < people) {
      throw Problem.conflict("registration.call.gone", place(registration).orElse(1));
    }
    store.confirm(id, people);
    note(offering, id, ChangeKind.ACCEPTED);
    promotion.settle(offering);
    return get(id);
  }

  private void requireOfferHolds(Offering offering, Registration registration) {
    Instant until = registration.offeredUntil();
    boolean holds =
        registration.isCalled()
            ? offering.isOpen(clock.instant())
            : registration.is(RegistrationState.OFFERED)
                && until != null
                && clock.instant().isBefore(until);
    if (!holds) {
      throw Problem.conflict(
          registration.isCalled() || registration.is(RegistrationState.OFFERED)
              ? "registration.offer.over"
              : "registration.offer.none");
    }
  }

  private static void requireFewer(Registration registration, int people) {
    if (people < 1 || people > registration.people()) {
      throw Problem.invalid("registration.people.onlyFewer", registration.people());
    }
  }

  /** Lets an offer go; the seats are given on at once. */
  @Transactional
  public Registration decline(RegistrationId id) {
    return end(id, ChangeKind.DECLINED);
  }

  /** Gives back the seats, or leaves the list; what is free is given on at once. */
  @Transactional
  public Registration leave(RegistrationId id) {
    return end(id, ChangeKind.LEFT);
  }

  private Registration end(RegistrationId id, ChangeKind how) {
    Offering offering = lockedOf(id);
    Registration registration = get(id);
    if (registration.state().isLive()) {
      store.end(id, RegistrationState.CANCELED);
      answers.delete(id);
      telling.dropUntold(registration);
      note(offering, id, how);
      promotion.settle(offering);
    }
    return get(id);
  }

  /**
   * Comes with fewer people than before; what becomes free is given on at once.
   *
   * @throws Problem 409 when the registration has ended, 422 when they are not fewer
   */
  @Transactional
  public Registration takeFewer(RegistrationId id, int people) {
    Offering offering = lockedOf(id);
    Registration registration = get(id);
    if (!registration.state().isLive()) {
      throw Problem.conflict("registration.over");
    }
    requireFewer(registration, people);
    if (people < registration.people()) {
      store.shrink(id, people);
      note(offering, id, ChangeKind.FEWER);
      promotion.settle(offering);
    }
    return get(id);
  }

  /**
   * Registers again after leaving or letting an offer lapse: with the seats that are free, else at
   * the end of the list.
   *
   * @throws Problem 409 when registration is not open, or it never ended
   */
  @Transactional
  public Registration comeBack(RegistrationId id) {
    Offering offering = lockedOf(id);
    Registration registration = get(id);
    PersonId person = registration.person();
    requireOpen(offering);
    if (person == null
        || registration.state().isLive()
        || store.live(offering.about(), person).isPresent()) {
      throw Problem.conflict(SigningUp.ALREADY);
    }
    Instant now = clock.instant();
    if (admitsAtOnce(offering, registration.people())) {
      store.confirm(id, registration.people());
      store.await(id, confirmBy(offering, person, now));
      note(offering, id, ChangeKind.CONFIRMED);
    } else {
      store.waitlist(id, now);
      store.await(id, confirmBy(offering, person, now));
      note(offering, id, ChangeKind.WAITLISTED);
    }
    promotion.settle(offering);
    return get(id);
  }

  /** Whoever confirmed the address keeps the seats and can be offered some. */
  @Transactional
  public void confirmed(AddressConfirmed news) {
    for (Registration waiting : store.toConfirm(news.person())) {
      Offering offering = locked(waiting.about());
      store.confirmAddress(waiting.id());
      promotion.settle(offering);
    }
  }

  @Bean
  static EventHandler<AddressConfirmed> keepSeatsAfterConfirmation(@Lazy Registrations seats) {
    return EventHandler.on("registration.keepSeats", AddressConfirmed.class, seats::confirmed);
  }

  /** Sends the private link again to an address that is registered already; at most once a day. */
  @Transactional
  public void remind(Ref about, String email, Locale locale) {
    Offering offering = locked(about);
    store
        .live(about, addresses.addressed(email, locale))
        .ifPresent(registration -> telling.sendAgain(offering, registration));
  }

  /**
   * The registration of an id.
   *
   * @throws Problem 404 if there is none
   */
  public Registration get(RegistrationId id) {
    return store.find(id).orElseThrow(() -> Problem.notFound("registration.notFound"));
  }

  /**
   * The registration of an id, for this thing.
   *
   * @throws Problem 404 if the thing has none of it
   */
  Registration in(Offering offering, RegistrationId id) {
    return store
        .find(id)
        .filter(registration -> registration.about().equals(offering.about()))
        .orElseThrow(() -> Problem.notFound("registration.notFound"));
  }

  /** Notes that somebody with a seat went in; again changes nothing. */
  @Transactional
  public void arrived(RegistrationId id) {
    Registration registration = get(id);
    if (store.checkIn(registration, null, clock.instant())) {
      changes.add(registration, ChangeKind.CHECKED_IN, null, null);
    }
  }

  /** What was answered with the registration, for the person alone. */
  GivenAnswers answers(RegistrationId id) {
    return answers.of(id);
  }

  /**
   * Answers anew, or with nothing to take all back.
   *
   * @throws Problem 409 when the registration has ended
   */
  @Transactional
  public Registration answer(RegistrationId id, GivenAnswers given) {
    var _ = lockedOf(id);
    Registration registration = get(id);
    if (!registration.state().isLive()) {
      throw Problem.conflict("registration.over");
    }
    answers.replace(id, given);
    return registration;
  }

  /** Hands over what was answered; whoever takes it keeps it from then on, and forgets it. */
  @Transactional
  public GivenAnswers takeAnswers(RegistrationId id) {
    GivenAnswers given = answers.of(id);
    answers.delete(id);
    return given;
  }

  /** Whether the person has gone in, and so answers there from now on. */
  boolean hasArrived(Registration registration) {
    return store.checkedIn(registration.about()).contains(registration.id());
  }

  /**
   * The registration a private link was made for.
   *
   * @throws Problem 404 if it was made for none
   */
  public Registration behind(String link) {
    return get(links.read(link));
  }

  /** Which place on the waiting list it has, counted from 1; empty if it is not on it. */
  public Optional<Integer> place(Registration registration) {
    return waitingList.place(registration);
  }

  /** The chance that one who waits still gets seats. */
  Chance chance(Offering offering, Registration registration) {
    return waitingList.chance(offering, registration);
  }

  /** Whether what it is for has not begun yet. */
  boolean isAhead(Registration registration) {
    return offerings
        .find(registration.about())
        .filter(offering -> clock.instant().isBefore(offering.startsAt()))
        .isPresent();
  }

  private void note(Offering offering, RegistrationId id, ChangeKind kind) {
    Registration registration = get(id);
    changes
        .add(registration, kind, promotion.free(offering))
        .ifPresent(number -> telling.tell(kind, number, offering, registration));
  }

  private Offering lockedOf(RegistrationId id) {
    return locked(get(id).about());
  }

  private Offering locked(Ref about) {
    return offerings.lock(about).orElseThrow(() -> Problem.notFound("registration.none"));
  }
}

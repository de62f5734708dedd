package org.allmende.workshop;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The time before the first step: people try whether all works, and get to know each other. */
@Component
class Arrival {

  private final PairStore store;
  private final ContactStore contacts;
  private final ParticipantStore participants;
  private final WorkshopStore workshops;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Arrival(
      PairStore store,
      ContactStore contacts,
      ParticipantStore participants,
      WorkshopStore workshops,
      Clock clock) {
    this.store = store;
    this.contacts = contacts;
    this.participants = participants;
    this.workshops = workshops;
    this.clock = clock;
  }

  /** Whether people arrive now and the agenda has time for it. */
  static boolean isOn(Workshop workshop) {
    return !workshop.hasBegun()
        && workshop.phases().stream().anyMatch(phase -> phase.kind() == PhaseKind.ARRIVAL);
  }

  /**
   * What the reader sees of it.
   *
   * @param people everybody who has a place
   */
  ArrivalView view(Workshop workshop, PersonId reader, List<Participant> people) {
    if (!isOn(workshop)) {
      return ArrivalView.OVER;
    }
    Map<ParticipantId, Boolean> wishes = store.wishes(workshop.id());
    ParticipantId own =
        people.stream()
            .filter(person -> person.person().equals(reader))
            .findFirst()
            .map(Participant::id)
            .orElse(null);
    PairStore.PairRound running =
        store
            .last(workshop.id())
            .filter(round -> round.endsAt().isAfter(clock.instant()))
            .orElse(null);
    return new ArrivalView(
        own != null && wishes.containsKey(own),
        wishes.size(),
        running == null ? 0 : running.number(),
        running == null ? null : running.endsAt(),
        running == null || own == null
            ? List.of()
            : partners(store.partners(running.id(), own), people, wishes));
  }

  private List<ArrivalView.Partner> partners(
      List<ParticipantId> ids, List<Participant> people, Map<ParticipantId, Boolean> wishes) {
    Map<ParticipantId, Participant> known =
        people.stream().collect(Collectors.toMap(Participant::id, Function.identity()));
    return ids.stream()
        .filter(known::containsKey)
        .map(known::get)
        .map(person -> partner(person, wishes.getOrDefault(person.id(), false)))
        .toList();
  }

  private ArrivalView.Partner partner(Participant person, boolean showsCard) {
    ContactCard card = showsCard ? contacts.of(person.id()).orElse(null) : null;
    return new ArrivalView.Partner(
        person.name(),
        person.department(),
        card == null ? null : card.helps(),
        card == null ? null : card.seeks());
  }

  /**
   * Says that the person wants to meet others, from the next round on.
   *
   * @throws Problem 409 once the workshop has begun
   */
  @Transactional
  public void join(Workshop workshop, Participant by, CardShown card) {
    requireOn(workshop);
    store.wish(by, card == CardShown.YES, clock.instant());
  }

  @Transactional
  public void leave(Participant by) {
    store.unwish(by.id());
  }

  /**
   * Begins a round with everybody who wants to and is in the room; it takes the place of one that
   * runs. Without two who have not met there is none.
   *
   * @return how many pairs there are
   * @throws Problem 409 once the workshop has begun
   */
  @Transactional
  public int begin(Workshop workshop, int minutes) {
    requireOn(workshop);
    workshops.lock(workshop.id());
    Map<ParticipantId, Boolean> wishes = store.wishes(workshop.id());
    List<ParticipantId> there =
        participants.of(workshop.id()).stream()
            .filter(person -> person.standing() == Standing.PRESENT)
            .map(Participant::id)
            .filter(wishes::containsKey)
            .toList();
    List<List<ParticipantId>> pairs = new Pairing(store.met(workshop.id()), random).of(there);
    if (pairs.isEmpty()) {
      return 0;
    }
    Instant now = clock.instant();
    int number = store.last(workshop.id()).map(PairStore.PairRound::number).orElse(0) + 1;
    store.insert(workshop.id(), number, now, now.plus(Duration.ofMinutes(minutes)), pairs);
    return pairs.size();
  }

  /** Ends the round that runs, if one does; everybody is free for the next. */
  @Transactional
  public void end(Workshop workshop) {
    store.end(workshop.id(), clock.instant());
  }

  private static void requireOn(Workshop workshop) {
    if (workshop.hasBegun()) {
      throw Problem.conflict("workshop.arrival.over");
    }
  }
}

package org.allmende.workshop;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Problem;
import org.allmende.video.MediaRooms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The time before the first step: people try whether all works, and get to know each other. A pair
 * has a media room of its own while its round lasts.
 */
@Component
class Arrival {

  private final PairStore store;
  private final ContactStore contacts;
  private final ParticipantStore participants;
  private final WorkshopStore workshops;
  private final MediaRooms media;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Arrival(
      PairStore store,
      ContactStore contacts,
      ParticipantStore participants,
      WorkshopStore workshops,
      MediaRooms media,
      Clock clock) {
    this.store = store;
    this.contacts = contacts;
    this.participants = participants;
    this.workshops = workshops;
    this.media = media;
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
    PairStore.PairRound running = running(workshop).orElse(null);
    return new ArrivalView(
        own != null && wishes.containsKey(own),
        wishes.size(),
        running == null ? 0 : running.number(),
        running == null ? null : running.endsAt(),
        running == null || own == null
            ? List.of()
            : partners(GroupSeats.ofPairs(pairs(running, people)).partners(own), people, wishes));
  }

  /** Where people talk now: in pairs those who are in one, with all others everybody else. */
  GroupSeats seats(Workshop workshop) {
    return Optional.of(workshop)
        .filter(Arrival::isOn)
        .flatMap(this::running)
        .map(round -> GroupSeats.ofPairs(pairs(round, participants.of(workshop.id()))))
        .orElseGet(GroupSeats::plenary);
  }

  private Optional<PairStore.PairRound> running(Workshop workshop) {
    return store.last(workshop.id()).filter(round -> round.endsAt().isAfter(clock.instant()));
  }

  /** Whose partners all went is in no pair any more. */
  private Map<ParticipantId, Integer> pairs(PairStore.PairRound round, List<Participant> people) {
    Map<ParticipantId, Integer> pairs = store.pairs(round.id());
    people.stream()
        .filter(person -> !person.standing().isInRoom())
        .forEach(person -> pairs.remove(person.id()));
    Map<Integer, Long> sizes =
        pairs.values().stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    pairs.values().removeIf(number -> sizes.getOrDefault(number, 0L) < 2);
    return pairs;
  }

  private List<ArrivalView.Partner> partners(
      Set<ParticipantId> ids, List<Participant> people, Map<ParticipantId, Boolean> wishes) {
    return people.stream()
        .filter(person -> ids.contains(person.id()))
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

  /** From now on the person meets nobody; whoever is in a pair goes back to all others. */
  @Transactional
  public void leave(Workshop workshop, Participant by) {
    store.unwish(by.id());
    media.arrange(workshop.ref());
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
    Instant end = now.plus(Duration.ofMinutes(minutes));
    store.insert(workshop.id(), number, now, end, pairs);
    media.arrange(workshop.ref());
    media.arrange(workshop.ref(), end);
    return pairs.size();
  }

  /** Ends the round that runs, if one does; everybody is free for the next. */
  @Transactional
  public void end(Workshop workshop) {
    store.end(workshop.id(), clock.instant());
    media.arrange(workshop.ref());
  }

  private static void requireOn(Workshop workshop) {
    if (workshop.hasBegun()) {
      throw Problem.conflict("workshop.arrival.over");
    }
  }
}

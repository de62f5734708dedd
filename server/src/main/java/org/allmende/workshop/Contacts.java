package org.allmende.workshop;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.base.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contact cards, seen by two people once each has offered the own one to the other. */
@Component
class Contacts {

  private final ContactStore store;
  private final ParticipantStore participants;
  private final Clock clock;

  Contacts(ContactStore store, ParticipantStore participants, Clock clock) {
    this.store = store;
    this.participants = participants;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public ContactBook of(Participant reader) {
    Set<ParticipantId> offered = store.offeredBy(reader.id());
    Set<ParticipantId> offers = store.offeredTo(reader.id());
    Map<ParticipantId, ContactCard> cards = store.exchanged(reader.id());
    return new ContactBook(
        store.of(reader.id()).orElse(null),
        participants.of(reader.workshop()).stream()
            .filter(other -> !other.id().equals(reader.id()) && isThere(other))
            .map(other ->
                new ContactBook.Other(
                    other.id(),
                    other.name(),
                    offered.contains(other.id()),
                    offers.contains(other.id()),
                    cards.get(other.id())))
            .toList());
  }

  /** How many of the people have offered the reader a card and were not offered the reader's. */
  int offers(ParticipantId reader, List<Participant> people) {
    Set<ParticipantId> offers = store.offeredTo(reader);
    if (offers.isEmpty()) {
      return 0;
    }
    Set<ParticipantId> offered = store.offeredBy(reader);
    return (int)
        people.stream()
            .filter(Contacts::isThere)
            .map(Participant::id)
            .filter(id -> offers.contains(id) && !offered.contains(id))
            .count();
  }

  @Transactional
  public void put(Participant by, ContactCard card) {
    store.put(by, card, clock.instant());
  }

  /** Takes the card back from everybody. */
  @Transactional
  public void remove(Participant by) {
    store.remove(by.id());
  }

  /**
   * Offers the own card to somebody.
   *
   * @throws Problem 409 without a card, 404 if nobody of the workshop is meant
   */
  @Transactional
  public void offer(Participant by, ParticipantId to) {
    if (store.of(by.id()).isEmpty()) {
      throw Problem.conflict("workshop.contact.none");
    }
    Participant other =
        participants
            .find(to)
            .filter(found -> found.workshop().equals(by.workshop()))
            .filter(found -> !found.id().equals(by.id()) && isThere(found))
            .orElseThrow(() -> Problem.notFound("workshop.contact.nobody"));
    store.offer(by.workshop(), by.id(), other.id(), clock.instant());
  }

  /** Takes the offer back; both cards are unseen again. */
  @Transactional
  public void withdraw(Participant by, ParticipantId from) {
    store.withdraw(by.id(), from);
  }

  private static boolean isThere(Participant participant) {
    return !participant.standing().isOut() && !participant.name().isEmpty();
  }
}

package org.allmende.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.base.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of contact cards and of whom they were offered to. */
@Repository
class ContactStore {

  private final JdbcClient sql;

  ContactStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Writes the card in place of the one before; whom it was offered to stays. */
  void put(Participant participant, ContactCard card, Instant at) {
    sql.sql(
            """
            insert into workshop_contact (participant, workshop, name, department, reach, helps, seeks, at)
            values (:participant, :workshop, :name, :department, :reach, :helps, :seeks, :at)
            on conflict (participant) do update set name = excluded.name, department = excluded.department,
              reach = excluded.reach, helps = excluded.helps, seeks = excluded.seeks
            """)
        .param("participant", participant.id().value())
        .param("workshop", participant.workshop().value())
        .param("name", card.name())
        .param("department", card.department())
        .param("reach", card.reach())
        .param("helps", card.helps())
        .param("seeks", card.seeks())
        .param("at", Timestamp.from(at))
        .update();
  }

  void remove(ParticipantId participant) {
    sql.sql("delete from workshop_contact where participant = ?")
        .param(participant.value())
        .update();
  }

  Optional<ContactCard> of(ParticipantId participant) {
    return sql.sql("select * from workshop_contact where participant = ?")
        .param(participant.value())
        .query(ContactStore::card)
        .optional();
  }

  /** The cards of those who offered them to the participant and were offered the participant's. */
  Map<ParticipantId, ContactCard> exchanged(ParticipantId participant) {
    return sql
        .sql(
            """
            select c.* from workshop_contact c
            join workshop_contact_offer given on given.giver = c.participant and given.receiver = :me
            join workshop_contact_offer own on own.giver = :me and own.receiver = c.participant
            """)
        .param("me", participant.value())
        .query((row, number) ->
            Map.entry(new ParticipantId(row.getString("participant")), card(row, number)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void offer(WorkshopId workshop, ParticipantId giver, ParticipantId receiver, Instant at) {
    sql.sql(
            """
            insert into workshop_contact_offer (workshop, giver, receiver, at) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(workshop.value(), giver.value(), receiver.value(), Timestamp.from(at))
        .update();
  }

  void withdraw(ParticipantId giver, ParticipantId receiver) {
    sql.sql("delete from workshop_contact_offer where giver = ? and receiver = ?")
        .params(giver.value(), receiver.value())
        .update();
  }

  /** Whom the participant offered the card. */
  Set<ParticipantId> offeredBy(ParticipantId giver) {
    return ids("select receiver from workshop_contact_offer where giver = ?", giver);
  }

  /** Who offered the participant a card. */
  Set<ParticipantId> offeredTo(ParticipantId receiver) {
    return ids("select giver from workshop_contact_offer where receiver = ?", receiver);
  }

  /** Takes the person's cards back from everybody, and those the person was offered. */
  void forget(PersonId person) {
    sql.sql(
            """
            delete from workshop_contact_offer where receiver in (
              select id from workshop_participant where person = ?)
            """)
        .param(person.value())
        .update();
    sql.sql(
            """
            delete from workshop_contact where participant in (
              select id from workshop_participant where person = ?)
            """)
        .param(person.value())
        .update();
  }

  private Set<ParticipantId> ids(String select, ParticipantId of) {
    return sql.sql(select).param(of.value()).query(String.class).list().stream()
        .map(ParticipantId::new)
        .collect(Collectors.toSet());
  }

  private static ContactCard card(ResultSet row, int number) throws SQLException {
    return new ContactCard(
        row.getString("name"),
        row.getString("department"),
        row.getString("reach"),
        row.getString("helps"),
        row.getString("seeks"));
  }
}

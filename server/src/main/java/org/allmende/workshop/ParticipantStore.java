package org.allmende.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of participants. */
@Repository
class ParticipantStore {

  private static final String SELECT =
      """
      select p.*, case
        when p.erased_at is not null then 'erased'
        when exists (select from workshop_act a
          where a.participant = p.id and a.kind = 'removal' and a.ended_at is null) then 'removed'
        when exists (select from workshop_act a
          where a.workshop = p.workshop and a.kind = 'rehearsal' and a.ended_at is null) then 'waiting'
        when exists (select from workshop_act a
          where a.participant = p.id and a.kind = 'mute' and a.ended_at is null) then 'muted'
        else 'present' end as standing
      from workshop_participant p
      """;

  private final JdbcClient sql;

  ParticipantStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Takes the next number of the workshop; empty if it is full. Whoever comes at the same time
   * waits.
   */
  Optional<Integer> nextNumber(WorkshopId workshop, SharedDevice device) {
    return sql.sql(
            """
            update workshop_workshop
            set last_number = last_number + 1, companions = companions + :more
            where id = :workshop and last_number + companions + :more < capacity
            returning last_number
            """)
        .param("workshop", workshop.value())
        .param("more", device.people() - 1)
        .query(Integer.class)
        .optional();
  }

  /** Takes the next number for somebody who has a seat, however many came by the code. */
  int nextNumberOfRegistered(WorkshopId workshop) {
    return sql.sql(
            "update workshop_workshop set last_number = last_number + 1 where id = ? returning last_number")
        .param(workshop.value())
        .query(Integer.class)
        .single();
  }

  void insert(Participant participant) {
    sql.sql(
            """
            insert into workshop_participant (id, workshop, person, number, name, tenant, department,
              joined_at, people, companions)
            values (:id, :workshop, :person, :number, :name, :tenant, :department, :joinedAt, :people,
              :companions)
            """)
        .param("id", participant.id().value())
        .param("workshop", participant.workshop().value())
        .param("person", participant.person().value())
        .param("number", participant.number())
        .param("name", participant.name())
        .param("tenant", participant.tenant() == null ? null : participant.tenant().slug())
        .param("department", participant.department())
        .param("joinedAt", Timestamp.from(participant.joinedAt()))
        .param("people", participant.people())
        .param("companions", participant.device().companions())
        .update();
  }

  /** Writes who sits at the device; false, and nothing is written, if there is no room. */
  boolean share(Participant participant, SharedDevice device) {
    boolean room =
        sql.sql(
                    """
                    update workshop_workshop w set companions = w.companions + :people - p.people
                    from workshop_participant p
                    where p.id = :participant and w.id = p.workshop and (:people <= p.people
                      or w.last_number + w.companions + :people - p.people <= w.capacity)
                    """)
                .param("people", device.people())
                .param("participant", participant.id().value())
                .update()
            == 1;
    if (room) {
      sql.sql("update workshop_participant set people = ?, companions = ? where id = ?")
          .params(Arrays.asList(device.people(), device.companions(), participant.id().value()))
          .update();
    }
    return room;
  }

  Optional<Participant> find(ParticipantId id) {
    return sql.sql(SELECT + "where p.id = ?")
        .param(id.value())
        .query(ParticipantStore::participant)
        .optional();
  }

  List<Participant> of(WorkshopId workshop) {
    return sql.sql(SELECT + "where p.workshop = ? order by p.number")
        .param(workshop.value())
        .query(ParticipantStore::participant)
        .list();
  }

  List<Participant> of(PersonId person) {
    return sql.sql(SELECT + "where p.person = ?")
        .param(person.value())
        .query(ParticipantStore::participant)
        .list();
  }

  Map<WorkshopId, Integer> counts(Collection<WorkshopId> workshops) {
    return sql
        .sql(
            "select workshop, sum(people) from workshop_participant where workshop = any (?) group by workshop")
        .param(workshops.stream().map(WorkshopId::value).toArray(String[]::new))
        .query((row, number) -> Map.entry(new WorkshopId(row.getString(1)), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Takes the name and where the person is from, and closes the place; the pseudonym stays. */
  void blank(PersonId person) {
    sql.sql(
            """
            update workshop_participant set name = '', department = null, companions = null,
              erased_at = coalesce(erased_at, now())
            where person = ?
            """)
        .param(person.value())
        .update();
  }

  /** That somebody led a workshop; when and what stays. */
  void forgetLead(PersonId person) {
    for (String column :
        List.of(
            "workshop_workshop.created_by",
            "workshop_workshop.released_by",
            "workshop_workshop.canceled_by",
            "workshop_opening.opened_by",
            "workshop_opening.closed_by",
            "workshop_harvest.by",
            "workshop_question.called_by",
            "workshop_question.answered_by",
            "workshop_question.removed_by")) {
      String[] part = column.split("\\.");
      sql.sql("update " + part[0] + " set " + part[1] + " = null where " + part[1] + " = ?")
          .param(person.value())
          .update();
    }
  }

  private static Participant participant(ResultSet row, int number) throws SQLException {
    String tenant = row.getString("tenant");
    return new Participant(
        new ParticipantId(row.getString("id")),
        new WorkshopId(row.getString("workshop")),
        new PersonId(row.getString("person")),
        row.getInt("number"),
        row.getString("name"),
        tenant == null ? null : new TenantId(tenant),
        row.getString("department"),
        row.getTimestamp("joined_at").toInstant(),
        new SharedDevice(row.getInt("people"), row.getString("companions")),
        Standing.of(row.getString("standing")));
  }
}

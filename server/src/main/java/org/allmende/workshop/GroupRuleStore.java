package org.allmende.workshop;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what holds for every round: who leads, who is away, who stays together or apart. */
@Repository
class GroupRuleStore {

  private final JdbcClient sql;

  GroupRuleStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Everyone who is not simply a member. */
  Map<ParticipantId, GroupPart> parts(WorkshopId workshop) {
    Map<ParticipantId, GroupPart> parts = new HashMap<>();
    sql.sql("select participant, part from workshop_group_part where workshop = ?")
        .param(workshop.value())
        .query(row -> {
          parts.put(
              new ParticipantId(row.getString(1)),
              GroupPart.valueOf(row.getString(2).toUpperCase(Locale.ROOT)));
        });
    return parts;
  }

  void put(Participant participant, GroupPart part) {
    sql.sql("delete from workshop_group_part where participant = ?")
        .param(participant.id().value())
        .update();
    if (part != GroupPart.MEMBER) {
      sql.sql(
              """
              insert into workshop_group_part (participant, workshop, part) values (?, ?, ?)
              on conflict (participant) do update set part = excluded.part
              """)
          .params(participant.id().value(), participant.workshop().value(), part.key())
          .update();
    }
  }

  List<GroupRule> of(WorkshopId workshop) {
    return sql.sql("select * from workshop_group_rule where workshop = ? order by kind, id")
        .param(workshop.value())
        .query((row, _) ->
            new GroupRule(
                row.getString("id"),
                GroupRule.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new ParticipantId(row.getString("one")),
                new ParticipantId(row.getString("other"))))
        .list();
  }

  void insert(WorkshopId workshop, GroupRule rule) {
    sql.sql(
            "insert into workshop_group_rule (id, workshop, kind, one, other) values (?, ?, ?, ?, ?)")
        .params(
            rule.id(),
            workshop.value(),
            rule.kind().key(),
            rule.one().value(),
            rule.other().value())
        .update();
  }

  void delete(WorkshopId workshop, String rule) {
    sql.sql("delete from workshop_group_rule where workshop = ? and id = ?")
        .params(workshop.value(), rule)
        .update();
  }

  void forget(PersonId person) {
    sql.sql(
            """
            delete from workshop_group_rule
            where exists (select from workshop_participant p
                          where p.person = ? and p.id in (one, other))
            """)
        .param(person.value())
        .update();
  }
}

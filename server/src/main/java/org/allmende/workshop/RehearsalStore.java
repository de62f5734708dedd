package org.allmende.workshop;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that forgets what was tried in a rehearsal. */
@Repository
class RehearsalStore {

  private static final List<String> TRIED =
      List.of(
          """
          delete from workshop_talk where phase in (
            select id from workshop_phase where workshop = ?) and at >= ?
          """,
          """
          delete from workshop_vote_choice where vote in (
            select v.id from workshop_vote v join workshop_phase p on p.id = v.phase
            where p.workshop = ? and v.opened_at >= ?)
          """,
          """
          update workshop_vote set opened_at = null, closed_at = null, counts = '{}'
          where phase in (select id from workshop_phase where workshop = ?) and opened_at >= ?
          """,
          "delete from workshop_opening where workshop = ? and opened_at >= ?",
          """
          delete from workshop_question_support where question in (
            select id from workshop_question where workshop = ? and at >= ?)
          """,
          "delete from workshop_question where workshop = ? and at >= ?",
          """
          delete from workshop_act where workshop = ? and at >= ?
            and kind in ('hand', 'help', 'announcement', 'spotlight', 'groups', 'visit')
          """,
          "delete from workshop_round where workshop = ? and formed_at >= ?");

  private final JdbcClient sql;

  RehearsalStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Deletes openings, questions, groups, answers to votes and what was done since it began. */
  void forget(WorkshopId workshop, Act rehearsal) {
    for (String statement : TRIED) {
      sql.sql(statement).params(workshop.value(), Timestamp.from(rehearsal.at())).update();
    }
  }
}

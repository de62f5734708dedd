package org.allmende.workshop;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that writes the lines of an agenda. */
@Repository
class AgendaStore {

  /** More than an agenda has lines: where they wait while they change places. */
  private static final int AWAY = 1_000;

  private final JdbcClient sql;

  AgendaStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(WorkshopId workshop, PhaseId phase, int position, AgendaLine line) {
    written(
            """
            insert into workshop_phase (id, workshop, position, kind, title, instruction, minutes, hat,
              dots, writers, movers, covered, video, groups)
            values (:id, :workshop, :position, :kind, :title, :instruction, :minutes, :hat,
              :dots, :writers, :movers, :covered, :video, :groups)
            """,
            phase,
            line)
        .param("workshop", workshop.value())
        .param("position", position)
        .update();
  }

  void update(PhaseId phase, AgendaLine line) {
    written(
            """
            update workshop_phase set kind = :kind, title = :title, instruction = :instruction,
              minutes = :minutes, hat = :hat, dots = :dots, writers = :writers, movers = :movers,
              covered = :covered, video = :video, groups = :groups
            where id = :id
            """,
            phase,
            line)
        .update();
  }

  private JdbcClient.StatementSpec written(String statement, PhaseId phase, AgendaLine line) {
    PhasePolicy policy = line.policy();
    return sql.sql(statement)
        .param("id", phase.value())
        .param("kind", line.kind().key())
        .param("title", line.title())
        .param("instruction", line.instruction())
        .param("minutes", line.minutes())
        .param("hat", line.hat().key())
        .param("dots", line.dots())
        .param("writers", policy.writers().key())
        .param("movers", policy.movers().key())
        .param("covered", policy.covered())
        .param("video", policy.video().key())
        .param("groups", policy.groups().key());
  }

  void delete(PhaseId phase) {
    sql.sql("delete from workshop_phase where id = ?").param(phase.value()).update();
  }

  /** Gives the lines the places in which they stand here. */
  void order(WorkshopId workshop, List<PhaseId> lines) {
    sql.sql("update workshop_phase set position = position + ? where workshop = ?")
        .params(AWAY, workshop.value())
        .update();
    for (int i = 0; i < lines.size(); i++) {
      sql.sql("update workshop_phase set position = ? where id = ?")
          .params(i, lines.get(i).value())
          .update();
    }
  }

  /** Counts the change; false if somebody else changed the agenda since that version. */
  boolean count(WorkshopId workshop, int version) {
    return sql.sql(
                "update workshop_workshop set agenda_version = agenda_version + 1 where id = ? and agenda_version = ?")
            .params(workshop.value(), version)
            .update()
        == 1;
  }
}

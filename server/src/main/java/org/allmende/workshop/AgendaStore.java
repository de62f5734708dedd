package org.allmende.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

  /** Writes the line behind all others. */
  void append(WorkshopId workshop, PhaseId phase, AgendaLine line) {
    written(
            """
            insert into workshop_phase (id, workshop, position, kind, title, instruction, minutes, hat,
              dots, writers, movers, covered, video, groups)
            values (:id, :workshop,
              (select coalesce(max(position) + 1, 0) from workshop_phase where workshop = :workshop),
              :kind, :title, :instruction, :minutes, :hat,
              :dots, :writers, :movers, :covered, :video, :groups)
            """,
            phase,
            line)
        .param("workshop", workshop.value())
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

  /** Takes the line out; its row keeps its place. */
  void remove(PhaseId phase, List<String> zones, Instant at) {
    sql.sql("insert into workshop_phase_removal (phase, zones, at) values (?, ?, ?)")
        .params(phase.value(), zones.toArray(String[]::new), Timestamp.from(at))
        .update();
  }

  /** Deletes the lines that were taken out before the so many last ones. */
  void deleteRemovedBut(WorkshopId workshop, int last) {
    sql.sql(
            """
            delete from workshop_phase where id in (
              select r.phase from workshop_phase_removal r join workshop_phase p on p.id = r.phase
              where p.workshop = ? order by r.at desc, r.phase desc offset ?)
            """)
        .params(workshop.value(), last)
        .update();
  }

  /** Puts the line back where its row is. */
  void restore(PhaseId phase) {
    sql.sql("delete from workshop_phase_removal where phase = ?").param(phase.value()).update();
  }

  /** The lines that were taken out, in the order of the agenda. */
  List<RemovedLine> removed(WorkshopId workshop) {
    return sql.sql(
            """
            select p.id, p.kind, p.title, p.minutes, r.zones, (
              select count(*) from workshop_phase other
              where other.workshop = p.workshop and other.position < p.position
                and not exists (select from workshop_phase_removal where phase = other.id)) as place
            from workshop_phase p join workshop_phase_removal r on r.phase = p.id
            where p.workshop = ?
            order by p.position
            """)
        .param(workshop.value())
        .query(AgendaStore::removedLine)
        .list();
  }

  private static RemovedLine removedLine(ResultSet row, int number) throws SQLException {
    return new RemovedLine(
        new PhaseId(row.getString("id")),
        PhaseKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("title"),
        row.getInt("minutes"),
        List.of((String[]) row.getArray("zones").getArray()),
        row.getInt("place"));
  }

  /** All lines in their order, with those that were taken out. */
  List<PhaseId> lines(WorkshopId workshop) {
    return sql.sql("select id from workshop_phase where workshop = ? order by position")
        .param(workshop.value())
        .query((row, _) -> new PhaseId(row.getString(1)))
        .list();
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

  /** Counts a change that is good with every version. */
  void count(WorkshopId workshop) {
    sql.sql("update workshop_workshop set agenda_version = agenda_version + 1 where id = ?")
        .param(workshop.value())
        .update();
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

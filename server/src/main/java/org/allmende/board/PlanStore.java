package org.allmende.board;

import java.util.List;
import java.util.Optional;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that brings phases and zones of a board in line with a plan. */
@Repository
class PlanStore {

  /** A zone as it is, and whether anything lies in it or in those the groups have of it. */
  private record Existing(String id, String title, boolean used) {}

  private final JdbcClient sql;

  PlanStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Makes these the phases of the board, in this order; others go.
   *
   * @throws Problem 409 if notes lie in a zone that would go
   */
  void arrange(BoardId board, List<NewPhase> phases) {
    for (int i = 0; i < phases.size(); i++) {
      put(board, i, phases.get(i));
      putZones(board, phases.get(i));
    }
    List<String> keys = phases.stream().map(NewPhase::key).toList();
    for (String gone : keys(board)) {
      if (!keys.contains(gone)) {
        zones(board, gone).forEach(this::remove);
        sql.sql("delete from board_phase where board = ? and key = ?")
            .params(board.value(), gone)
            .update();
      }
    }
  }

  /** Writes the settings of a phase; its place and its zones stay. */
  void change(BoardId board, NewPhase phase) {
    Optional<Integer> place =
        sql.sql("select position from board_phase where board = ? and key = ?")
            .params(board.value(), phase.key())
            .query(Integer.class)
            .optional();
    put(board, place.orElseThrow(() -> Problem.notFound("board.phase.notFound")), phase);
    sql.sql("update board_phase set groups = ?, totals = ? where board = ? and key = ?")
        .params(phase.groups().key(), phase.totals(), board.value(), phase.key())
        .update();
  }

  /**
   * How groups work and whether dots are secret is settled when it opens, and steered from then.
   */
  private void put(BoardId board, int position, NewPhase phase) {
    sql.sql(
            """
            insert into board_phase (board, key, position, title, task, hat, writing, writers, movers,
              dots, totals, shows, groups, marking)
            values (:board, :key, :position, :title, :task, :hat, :writing, :writers, :movers,
              :dots, :totals, string_to_array(:shows, ','), :groups, :marking)
            on conflict (board, key) do update set position = excluded.position,
              title = excluded.title, task = excluded.task, hat = excluded.hat,
              writing = excluded.writing, writers = excluded.writers, movers = excluded.movers,
              dots = excluded.dots, shows = excluded.shows,
              marking = excluded.marking
            """)
        .param("board", board.value())
        .param("key", phase.key())
        .param("position", position)
        .param("title", phase.title())
        .param("task", phase.task())
        .param("hat", phase.hat().key())
        .param("writing", phase.writing())
        .param("writers", phase.writers().key())
        .param("movers", phase.movers().key())
        .param("dots", phase.dots())
        .param("totals", phase.totals())
        .param("shows", String.join(",", phase.shows()))
        .param("groups", phase.groups().key())
        .param("marking", phase.marking())
        .update();
  }

  /** The zones keep their notes; one that holds some stays as covered as it is. */
  private void putZones(BoardId board, NewPhase phase) {
    List<Existing> before = zones(board, phase.key());
    for (int i = 0; i < phase.zones().size(); i++) {
      String title = phase.zones().get(i);
      if (i < before.size()) {
        Existing zone = before.get(i);
        sql.sql(
                "update board_zone set title = ?, hidden = case when ? then hidden else ? end where id = ? or id like ? || '-%'")
            .params(title, zone.used(), phase.covered(), zone.id(), zone.id())
            .update();
      } else {
        sql.sql(
                "insert into board_zone (id, board, phase, position, title, hidden) values (?, ?, ?, ?, ?, ?)")
            .params(Ids.next(), board.value(), phase.key(), i, title, phase.covered())
            .update();
      }
    }
    before.stream().skip(phase.zones().size()).forEach(this::remove);
  }

  private List<String> keys(BoardId board) {
    return sql.sql("select key from board_phase where board = ?")
        .param(board.value())
        .query(String.class)
        .list();
  }

  private List<Existing> zones(BoardId board, String phase) {
    return sql.sql(
            """
            select id, title, exists (
              select from board_note n where (n.zone = z.id or n.zone like z.id || '-%')
                and n.board = z.board and n.deleted_at is null) as used
            from board_zone z where board = ? and phase = ? and group_number is null
            order by position
            """)
        .params(board.value(), phase)
        .query((row, _) -> new Existing(row.getString(1), row.getString(2), row.getBoolean(3)))
        .list();
  }

  /** Takes the zone away, and what was deleted in it for good. */
  private void remove(Existing zone) {
    if (zone.used()) {
      throw Problem.conflict("board.zone.used", zone.title());
    }
    for (String sentence :
        List.of(
            "delete from board_dot where note in (select id from board_note where %s)",
            "delete from board_comment where note in (select id from board_note where %s)",
            "update board_note set stacked_on = null where stacked_on in (select id from board_note where %s)",
            "delete from board_note where %s")) {
      sql.sql(sentence.formatted("zone = :zone or zone like :zone || '-%'"))
          .param("zone", zone.id())
          .update();
    }
    sql.sql("delete from board_zone where id = :zone or id like :zone || '-%'")
        .param("zone", zone.id())
        .update();
  }
}

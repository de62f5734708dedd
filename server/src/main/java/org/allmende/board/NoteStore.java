package org.allmende.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of notes and dots. */
@Repository
class NoteStore {

  private static final String SELECT =
      """
      select n.*, coalesce((select sum(d.count) from board_dot d where d.note = n.id), 0) as dots
      from board_note n
      """;

  private final JdbcClient sql;
  private final Clock clock;

  NoteStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void insert(Note note) {
    sql.sql(
            """
            insert into board_note (id, board, zone, rank, text, hat, author, seq, created_at)
            values (:id, :board, :zone, :rank, :text, :hat, :author, :seq, :at)
            """)
        .param("id", note.id())
        .param("board", note.board())
        .param("zone", note.zone())
        .param("rank", note.rank())
        .param("text", note.text())
        .param("hat", note.hat().key())
        .param("author", note.author())
        .param("seq", note.seq())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  void update(Note note) {
    sql.sql(
            """
            update board_note set zone = :zone, rank = :rank, text = :text, hat = :hat, stacked_on = :on,
              version = :version,
              deleted_at = case when :deleted then coalesce(deleted_at, :at) end
            where id = :id
            """)
        .param("zone", note.zone())
        .param("rank", note.rank())
        .param("text", note.text())
        .param("hat", note.hat().key())
        .param("on", note.on())
        .param("version", note.version())
        .param("deleted", note.deleted())
        .param("at", OffsetDateTime.now(clock))
        .param("id", note.id())
        .update();
  }

  /** Marks the notes as touched by the operation of this number. */
  void touch(Collection<String> notes, long seq) {
    sql.sql("update board_note set seq = ? where id = any(string_to_array(?, ','))")
        .param(seq)
        .param(String.join(",", notes))
        .update();
  }

  Optional<Note> find(String board, String id) {
    return sql.sql(SELECT + "where n.board = ? and n.id = ?")
        .param(board)
        .param(id)
        .query(NoteStore::note)
        .optional();
  }

  /** Those of the ids, also deleted ones. */
  List<Note> find(Collection<String> ids) {
    return sql.sql(SELECT + "where n.id = any(string_to_array(?, ','))")
        .param(String.join(",", ids))
        .query(NoteStore::note)
        .list();
  }

  /** The notes of the zones in reading order. */
  List<Note> in(Collection<String> zones) {
    return sql.sql(
            SELECT
                + """
                join unnest(string_to_array(?, ',')) with ordinality as z (id, place) on z.id = n.zone
                where n.deleted_at is null order by z.place, n.rank, n.id
                """)
        .param(String.join(",", zones))
        .query(NoteStore::note)
        .list();
  }

  /** The notes that lie on this one, also deleted ones. */
  List<Note> on(String note) {
    return sql.sql(SELECT + "where n.stacked_on = ? order by n.rank, n.id")
        .param(note)
        .query(NoteStore::note)
        .list();
  }

  /** The last rank in the zone, or the last before the given one; null at the edge. */
  @Nullable String rankBefore(String zone, @Nullable String rank) {
    return sql.sql(
            "select max(rank) from board_note where zone = :zone and (:rank::text is null or rank < :rank)")
        .param("zone", zone)
        .param("rank", rank)
        .query((row, number) -> Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }

  /** How many notes each zone has by each author; "" stands for erased authors. */
  Map<String, Map<String, Integer>> counts(Collection<String> zones) {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    sql.sql(
            """
            select zone, coalesce(author, ''), count(*) from board_note
            where zone = any(string_to_array(?, ',')) and deleted_at is null group by zone, author
            """)
        .param(String.join(",", zones))
        .query(row -> {
          counts
              .computeIfAbsent(row.getString(1), zone -> new HashMap<>())
              .put(row.getString(2), row.getInt(3));
        });
    return counts;
  }

  /** The dots each person set on these notes in one phase: by person, then by note. */
  Map<String, Map<String, Integer>> dotsOn(Collection<String> notes, String phase) {
    Map<String, Map<String, Integer>> dots = new HashMap<>();
    sql.sql(
            """
            select person, note, count from board_dot
            where note = any(string_to_array(?, ',')) and phase = ? and person is not null
            """)
        .param(String.join(",", notes))
        .param(phase)
        .query(row -> {
          dots.computeIfAbsent(row.getString(1), person -> new HashMap<>())
              .put(row.getString(2), row.getInt(3));
        });
    return dots;
  }

  /** The person's dots on the notes of the board, in one phase. */
  Map<String, Integer> dots(BoardId board, String phase, PersonId person) {
    Map<String, Integer> dots = new HashMap<>();
    sql.sql(
            """
            select d.note, d.count from board_dot d
            join board_note n on n.id = d.note and n.deleted_at is null
            where n.board = ? and d.phase = ? and d.person = ?
            """)
        .param(board.value())
        .param(phase)
        .param(person.value())
        .query(row -> {
          dots.put(row.getString(1), row.getInt(2));
        });
    return dots;
  }

  void dots(String note, String phase, PersonId person, int count) {
    if (count == 0) {
      sql.sql("delete from board_dot where note = ? and phase = ? and person = ?")
          .param(note)
          .param(phase)
          .param(person.value())
          .update();
      return;
    }
    sql.sql(
            """
            insert into board_dot (note, phase, person, count) values (?, ?, ?, ?)
            on conflict (note, phase, person) do update set count = excluded.count
            """)
        .param(note)
        .param(phase)
        .param(person.value())
        .param(count)
        .update();
  }

  private static Note note(ResultSet row, int number) throws SQLException {
    return new Note(
        row.getString("id"),
        row.getString("board"),
        row.getString("zone"),
        row.getString("rank"),
        row.getString("text"),
        Hat.of(row.getString("hat")),
        row.getString("author"),
        row.getString("stacked_on"),
        row.getInt("version"),
        row.getLong("seq"),
        row.getInt("dots"),
        row.getTimestamp("deleted_at") != null);
  }
}

package org.allmende.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.allmende.base.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that reads notes and dots. */
@Repository
class NoteStore {

  private static final String SELECT =
      """
      select n.*, coalesce((select sum(d.count) from board_dot d where d.note = n.id), 0) as dots
      from board_note n
      """;

  private final JdbcClient sql;

  NoteStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** All notes of the board, also deleted ones. */
  List<Note> of(BoardId board) {
    return sql.sql(SELECT + "where n.board = ?").param(board.value()).query(NoteStore::note).list();
  }

  /** Those of the ids, also deleted ones. */
  List<Note> find(Collection<String> ids) {
    return sql.sql(SELECT + "where n.id = any(?)")
        .param(ids.toArray(String[]::new))
        .query(NoteStore::note)
        .list();
  }

  /** All dots on the board that still have a person. */
  List<Dots> dotsOf(BoardId board) {
    return sql.sql(
            """
            select d.note, d.phase, d.person, d.count from board_dot d
            join board_note n on n.id = d.note where n.board = ? and d.person is not null
            """)
        .param(board.value())
        .query(NoteStore::dots)
        .list();
  }

  List<Dots> dotsOn(Collection<String> notes) {
    return sql.sql(
            "select note, phase, person, count from board_dot where note = any(?) and person is not null")
        .param(notes.toArray(String[]::new))
        .query(NoteStore::dots)
        .list();
  }

  /** All replies on the board, oldest first. */
  List<Comment> commentsOf(BoardId board) {
    return sql.sql(
            """
            select c.id, c.note, c.author, c.text, c.seq from board_comment c
            join board_note n on n.id = c.note where n.board = ? order by c.seq, c.id
            """)
        .param(board.value())
        .query(NoteStore::comment)
        .list();
  }

  List<Comment> commentsOn(Collection<String> notes) {
    return sql.sql(
            """
            select id, note, author, text, seq from board_comment where note = any(?)
            order by seq, id
            """)
        .param(notes.toArray(String[]::new))
        .query(NoteStore::comment)
        .list();
  }

  private static Comment comment(ResultSet row, int number) throws SQLException {
    return new Comment(
        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5));
  }

  private static Dots dots(ResultSet row, int number) throws SQLException {
    return new Dots(row.getString(1), row.getString(2), row.getString(3), row.getInt(4));
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
        row.getTimestamp("deleted_at") != null,
        marks(row));
  }

  /** What is marked on the note of the row. */
  static NoteMarks marks(ResultSet row) throws SQLException {
    String effort = row.getString("effort");
    String risk = row.getString("risk");
    OffsetDateTime parked = row.getObject("parked_at", OffsetDateTime.class);
    String by = row.getString("parked_by");
    return new NoteMarks(
        row.getString("table_name"),
        row.getObject("group_number", Integer.class),
        row.getBoolean("late"),
        effort == null ? null : Effort.of(effort),
        risk == null ? null : Risk.of(risk),
        parked == null
            ? null
            : new NoteMarks.Parked(by == null ? null : new PersonId(by), parked.toInstant()));
  }
}

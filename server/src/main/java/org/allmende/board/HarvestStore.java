package org.allmende.board;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads notes with all that is known of them. */
@Repository
class HarvestStore {

  private static final String SELECT =
      """
      select n.*, z.title as zone_title, z.phase, p.title as phase_title,
        coalesce((select sum(d.count) from board_dot d where d.note = n.id and %s), 0) as dots
      from board_note n
      join board_zone z on z.id = n.zone
      join board_phase p on p.board = z.board and p.key = z.phase
      """;

  private static final String ALL = SELECT.formatted("true");

  /** While the open phase keeps totals secret, a reader is told the own dots only. */
  private static final String TOLD =
      SELECT.formatted(
          """
          (d.person = :reader or not exists (
            select 1 from board_board b join board_phase o on o.board = b.id and o.key = b.phase
            where b.id = n.board and not o.totals))
          """);

  private static final String ORDER =
      " order by p.position, coalesce(z.group_number, 0), z.position, n.rank, n.id";

  private final JdbcClient sql;

  HarvestStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<BoardNote> notes(BoardId board) {
    return sql.sql(ALL + "where n.board = ? and n.deleted_at is null" + ORDER)
        .param(board.value())
        .query(HarvestStore::note)
        .list();
  }

  List<BoardNote> notes(Collection<NoteId> ids) {
    return sql.sql(ALL + "where n.id = any (?) and n.deleted_at is null" + ORDER)
        .param(ids.stream().map(NoteId::value).toArray(String[]::new))
        .query(HarvestStore::note)
        .list();
  }

  /** Who has dots on which note, in all phases. */
  Map<NoteId, Set<PersonId>> voters(BoardId board) {
    return sql
        .sql(
            """
            select distinct d.note, d.person from board_dot d join board_note n on n.id = d.note
            where n.board = ? and d.person is not null
            """)
        .param(board.value())
        .query((row, number) ->
            Map.entry(new NoteId(row.getString(1)), new PersonId(row.getString(2))))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
  }

  /** The person's dots, in all phases. */
  Map<NoteId, Integer> dotsBy(BoardId board, PersonId person) {
    return sql
        .sql(
            """
            select d.note, sum(d.count) from board_dot d join board_note n on n.id = d.note
            where n.board = ? and d.person = ? group by d.note
            """)
        .params(board.value(), person.value())
        .query((row, number) -> Map.entry(new NoteId(row.getString(1)), row.getInt(2)))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What the reader may see; who wrote the others' notes is left out. */
  List<BoardNote> notes(BoardId board, PersonId reader) {
    return sql.sql(
            TOLD
                + "where n.board = :board and n.deleted_at is null and (not z.hidden or n.author = :reader)"
                + ORDER)
        .param("board", board.value())
        .param("reader", reader.value())
        .query((row, number) -> nameless(note(row, number), row.getString("author"), reader))
        .list();
  }

  /** The words of all replies, oldest first. */
  Map<NoteId, List<String>> comments(BoardId board) {
    return sql
        .sql(
            """
            select c.note, c.text from board_comment c join board_note n on n.id = c.note
            where n.board = ? order by c.seq, c.id
            """)
        .param(board.value())
        .query((row, number) -> Map.entry(new NoteId(row.getString(1)), row.getString(2)))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  Optional<BoardNote> note(NoteId note) {
    return sql.sql(ALL + "where n.id = ?").param(note.value()).query(HarvestStore::note).optional();
  }

  private static BoardNote nameless(BoardNote note, @Nullable String author, PersonId reader) {
    NoteMarks marks = note.marks();
    NoteMarks.Parked parked = marks.parked();
    return new BoardNote(
        note.id(),
        note.board(),
        note.zone(),
        note.zoneTitle(),
        note.phase(),
        note.phaseTitle(),
        note.text(),
        note.hat(),
        reader.value().equals(author) ? reader : null,
        note.dots(),
        note.stackedOn(),
        marks.parkedAs(parked == null ? null : new NoteMarks.Parked(null, parked.at())),
        note.at());
  }

  private static BoardNote note(ResultSet row, int number) throws SQLException {
    String author = row.getString("author");
    String on = row.getString("stacked_on");
    return new BoardNote(
        new NoteId(row.getString("id")),
        new BoardId(row.getString("board")),
        new ZoneId(row.getString("zone")),
        row.getString("zone_title"),
        row.getString("phase"),
        row.getString("phase_title"),
        row.getString("text"),
        Hat.of(row.getString("hat")),
        author == null ? null : new PersonId(author),
        row.getInt("dots"),
        on == null ? null : new NoteId(on),
        NoteStore.marks(row),
        row.getTimestamp("created_at").toInstant());
  }
}

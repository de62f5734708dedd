package org.allmende.board;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SQL that writes a {@link LiveBoard.Draft}: number, notes, dots, replies and log in one
 * statement, because each way to the database and back is time in which somebody waits for an
 * acknowledgement. It writes nothing if somebody else has counted on meanwhile, so that nobody
 * needs to hold the board before.
 */
@Repository
class DraftStore {

  /** Neither the author, nor the table, nor who has parked it comes back once erased. */
  private static final String WRITE =
      """
      with counted as (
        update board_board set seq = ? where id = ? and seq = ? returning id, ?::timestamptz as at
      ), noted as (
        insert into board_note (id, board, zone, rank, text, hat, author, stacked_on, version, seq,
          table_name, group_number, late, effort, risk, parked_at, parked_by, created_at, deleted_at)
        select n.id, counted.id, n.zone, n.rank, n.text, n.hat, n.author, n.stacked_on, n.version, n.seq,
          n.table_name, n.group_number, n.late, n.effort, n.risk, n.parked_at, n.parked_by, counted.at,
          case when n.deleted then counted.at end
        from counted, json_to_recordset(?::json)
          as n (id text, zone text, rank text, text text, hat text, author text, stacked_on text,
            version int, seq bigint, deleted boolean, table_name text, group_number int, late boolean, effort text,
            risk text, parked_at timestamptz, parked_by text)
        on conflict (id) do update set zone = excluded.zone, rank = excluded.rank, text = excluded.text,
          hat = excluded.hat, stacked_on = excluded.stacked_on, version = excluded.version,
          seq = excluded.seq, effort = excluded.effort, risk = excluded.risk,
          parked_at = excluded.parked_at,
          parked_by = case when board_note.parked_at is distinct from excluded.parked_at
            then excluded.parked_by else board_note.parked_by end,
          deleted_at = case when excluded.deleted_at is not null
            then coalesce(board_note.deleted_at, excluded.deleted_at) end
      ), logged as (
        insert into board_op (board, seq, op_id, actor, kind, target, base_version, payload, notes, at,
          undo, undoes)
        select counted.id, o.seq, o.op_id, o.actor, o.kind, o.target, o.base_version, o.payload, o.notes,
          counted.at, o.undo, o.undoes
        from counted, json_to_recordset(?::json)
          as o (seq bigint, op_id text, actor text, kind text, target text, base_version int,
            payload jsonb, notes text[], undo jsonb, undoes bigint)
      )
      """;

  private static final String AND_DOTS =
      """
      , dots as (
        select d.* from counted, json_to_recordset(?::json)
          as d (note text, phase text, person text, count int)
      ), dotted as (
        insert into board_dot (note, phase, person, count)
        select note, phase, person, count from dots where count > 0
        on conflict (note, phase, person) do update set count = excluded.count
      ), undotted as (
        delete from board_dot as d using dots as gone
        where gone.count = 0
          and d.note = gone.note and d.phase = gone.phase and d.person = gone.person
      )
      """;

  private static final String AND_REPLIES =
      """
      , replied as (
        insert into board_comment (id, note, author, text, seq, created_at)
        select r.id, r.note, r.author, r.text, r.seq, counted.at
        from counted, json_to_recordset(?::json)
          as r (id text, note text, author text, text text, seq bigint)
      ), unsaid as (
        delete from board_comment as c using counted where c.id = any(?)
      )
      """;

  /** A fifth of a commit's time, which is saved where nobody else listens. */
  private static final String AND_WAKE = "select pg_notify(?, ?) from counted";

  private static final String AND_NO_MORE = "select id from counted";

  private final JdbcClient sql;
  private final JsonMapper json;
  private final Clock clock;

  DraftStore(JdbcClient sql, JsonMapper json, Clock clock) {
    this.sql = sql;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Writes the draft of the board.
   *
   * @return false if somebody else has counted on meanwhile; nothing is written then
   */
  boolean write(LiveBoard board) {
    return counted(written(board, AND_NO_MORE));
  }

  /**
   * Writes the draft of the board and wakes the nodes when that commits.
   *
   * @param channel where they listen; they are told a {@link Wake}
   * @return false if somebody else has counted on meanwhile; nothing is written then
   */
  boolean writeAndWake(LiveBoard board, String channel) {
    String wake = Wake.of(board, json).toString();
    return counted(written(board, AND_WAKE).param(channel).param(wake));
  }

  /** Most drafts are one note, and PostgreSQL need not get ready for what is not in them. */
  private JdbcClient.StatementSpec written(LiveBoard board, String then) {
    LiveBoard.Draft draft = board.draft();
    List<LiveBoard.Entry> entries = draft.entries();
    boolean replies = !draft.comments().isEmpty() || !draft.gone().isEmpty();
    JdbcClient.StatementSpec statement =
        sql.sql(
                WRITE
                    + (draft.dots().isEmpty() ? "" : AND_DOTS)
                    + (replies ? AND_REPLIES : "")
                    + then)
            .param(board.seq())
            .param(board.id().value())
            .param(entries.getFirst().operation().seq() - 1)
            .param(OffsetDateTime.now(clock))
            .param(json.writeValueAsString(draft.notes().stream().map(NoteRow::of).toList()))
            .param(json.writeValueAsString(entries.stream().map(OperationRow::of).toList()));
    if (!draft.dots().isEmpty()) {
      statement.param(json.writeValueAsString(draft.dots()));
    }
    if (replies) {
      statement
          .param(json.writeValueAsString(draft.comments()))
          .param(draft.gone().toArray(String[]::new));
    }
    return statement;
  }

  private static boolean counted(JdbcClient.StatementSpec statement) {
    return statement.query((row, number) -> true).optional().isPresent();
  }

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  private record NoteRow(
      String id,
      String zone,
      String rank,
      String text,
      Hat hat,
      @Nullable String author,
      @Nullable String stackedOn,
      int version,
      long seq,
      boolean deleted,
      @Nullable String tableName,
      @Nullable Integer groupNumber,
      boolean late,
      @Nullable Effort effort,
      @Nullable Risk risk,
      @Nullable String parkedAt,
      @Nullable String parkedBy) {

    static NoteRow of(Note note) {
      NoteMarks marks = note.marks();
      NoteMarks.Parked parked = marks.parked();
      return new NoteRow(
          note.id(),
          note.zone(),
          note.rank(),
          note.text(),
          note.hat(),
          note.author(),
          note.on(),
          note.version(),
          note.seq(),
          note.deleted(),
          marks.table(),
          marks.group(),
          marks.late(),
          marks.effort(),
          marks.risk(),
          parked == null ? null : parked.at().toString(),
          parked == null || parked.by() == null ? null : parked.by().value());
    }
  }

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  private record OperationRow(
      long seq,
      String opId,
      @Nullable String actor,
      String kind,
      @Nullable String target,
      @Nullable Integer baseVersion,
      Change payload,
      List<String> notes,
      @Nullable List<Undoing.Step> undo,
      @Nullable Long undoes) {

    static OperationRow of(LiveBoard.Entry entry) {
      Operation operation = entry.operation();
      Change change = entry.change();
      return new OperationRow(
          operation.seq(),
          operation.opId(),
          operation.actor(),
          operation.kind(),
          operation.target(),
          change instanceof Change.EditNote edit ? (Integer) edit.base() : null,
          change,
          operation.notes(),
          entry.undo().isEmpty() ? null : entry.undo().stream().map(Undoing.Step::of).toList(),
          entry.undoes());
    }
  }
}

package org.allmende.board;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SQL that writes a {@link LiveBoard.Draft}: notes, log and number in one statement, because
 * each way to the database and back is time in which somebody waits for an acknowledgement.
 */
@Repository
class DraftStore {

  /** Neither the author nor who has parked it comes back once erased. */
  private static final String WRITE =
      """
      with noted as (
        insert into board_note (id, board, zone, rank, text, hat, author, stacked_on, version, seq,
          group_number, late, effort, risk, parked_at, parked_by, created_at, deleted_at)
        select n.id, ?, n.zone, n.rank, n.text, n.hat, n.author, n.stacked_on, n.version, n.seq,
          n.group_number, n.late, n.effort, n.risk, n.parked_at::timestamptz, n.parked_by,
          ?, case when n.deleted then ?::timestamptz end
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::int[], ?::bigint[], ?::boolean[], ?::int[], ?::boolean[], ?::text[], ?::text[],
          ?::text[], ?::text[])
          as n (id, zone, rank, text, hat, author, stacked_on, version, seq, deleted,
            group_number, late, effort, risk, parked_at, parked_by)
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
        select ?, o.seq, o.op_id, o.actor, o.kind, o.target, o.base, o.payload::jsonb,
          string_to_array(o.notes, ','), ?, o.undo::jsonb, o.undoes
        from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[],
          ?::text[], ?::text[], ?::bigint[])
          as o (seq, op_id, actor, kind, target, base, payload, notes, undo, undoes)
      ), counted as (
        update board_board set seq = ? where id = ? and seq = ? returning seq
      )
      select pg_notify(?, ?), (select count(*) from counted)
      """;

  private final JdbcClient sql;
  private final JsonMapper json;
  private final Clock clock;

  DraftStore(JdbcClient sql, JsonMapper json, Clock clock) {
    this.sql = sql;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Writes the draft of the board and wakes the nodes when that commits.
   *
   * @param channel where they listen; they are told the board and the number it has reached
   * @return false if somebody else counted on meanwhile
   */
  boolean write(LiveBoard board, String channel) {
    LiveBoard.Draft draft = board.draft();
    writeDots(draft.dots());
    Collection<Note> notes = draft.notes();
    List<LiveBoard.Entry> entries = draft.entries();
    String id = board.id().value();
    OffsetDateTime at = OffsetDateTime.now(clock);
    boolean counted =
        sql.sql(WRITE)
                .param(id)
                .param(at)
                .param(at)
                .param(texts(notes, Note::id))
                .param(texts(notes, Note::zone))
                .param(texts(notes, Note::rank))
                .param(texts(notes, Note::text))
                .param(texts(notes, note -> note.hat().key()))
                .param(texts(notes, Note::author))
                .param(texts(notes, Note::on))
                .param(column(notes, Integer[]::new, Note::version))
                .param(column(notes, Long[]::new, Note::seq))
                .param(column(notes, Boolean[]::new, Note::deleted))
                .param(column(notes, Integer[]::new, note -> note.marks().group()))
                .param(column(notes, Boolean[]::new, note -> note.marks().late()))
                .param(texts(notes, note -> key(note.marks().effort())))
                .param(texts(notes, note -> key(note.marks().risk())))
                .param(texts(notes, DraftStore::parkedAt))
                .param(texts(notes, DraftStore::parkedBy))
                .param(id)
                .param(at)
                .param(column(entries, Long[]::new, entry -> entry.operation().seq()))
                .param(texts(entries, entry -> entry.operation().opId()))
                .param(texts(entries, entry -> entry.operation().actor()))
                .param(texts(entries, entry -> entry.operation().kind()))
                .param(texts(entries, entry -> entry.operation().target()))
                .param(column(entries, Integer[]::new, entry -> base(entry.change())))
                .param(texts(entries, entry -> json.writeValueAsString(entry.change())))
                .param(texts(entries, entry -> String.join(",", entry.operation().notes())))
                .param(texts(entries, entry -> Undoing.write(entry.undo(), json)))
                .param(column(entries, Long[]::new, LiveBoard.Entry::undoes))
                .param(board.seq())
                .param(id)
                .param(entries.getFirst().operation().seq() - 1)
                .param(channel)
                .param(id + " " + board.seq())
                .query((row, number) -> row.getInt(2))
                .single()
            == 1;
    writeComments(draft, at);
    return counted;
  }

  /** Writes new replies and takes away others. */
  private void writeComments(LiveBoard.Draft draft, OffsetDateTime at) {
    if (!draft.gone().isEmpty()) {
      sql.sql("delete from board_comment where id = any(?)")
          .param(draft.gone().toArray(String[]::new))
          .update();
    }
    Collection<Comment> fresh = draft.comments();
    if (!fresh.isEmpty()) {
      sql.sql(
              """
              insert into board_comment (id, note, author, text, seq, created_at)
              select c.id, c.note, c.author, c.text, c.seq, ?
              from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                as c (id, note, author, text, seq)
              """)
          .param(at)
          .param(texts(fresh, Comment::id))
          .param(texts(fresh, Comment::note))
          .param(texts(fresh, Comment::author))
          .param(texts(fresh, Comment::text))
          .param(column(fresh, Long[]::new, Comment::seq))
          .update();
    }
  }

  private static @Nullable String parkedAt(Note note) {
    NoteMarks.Parked parked = note.marks().parked();
    return parked == null ? null : parked.at().toString();
  }

  private static @Nullable String parkedBy(Note note) {
    NoteMarks.Parked parked = note.marks().parked();
    return parked == null || parked.by() == null ? null : parked.by().value();
  }

  private static @Nullable String key(@Nullable Effort effort) {
    return effort == null ? null : effort.key();
  }

  private static @Nullable String key(@Nullable Risk risk) {
    return risk == null ? null : risk.key();
  }

  /** Writes how many dots lie where; those taken back go. */
  private void writeDots(Collection<Dots> dots) {
    List<Dots> gone = dots.stream().filter(each -> each.count() == 0).toList();
    if (!gone.isEmpty()) {
      sql.sql(
              """
              delete from board_dot d using unnest(?::text[], ?::text[], ?::text[]) as g (note, phase, person)
              where d.note = g.note and d.phase = g.phase and d.person = g.person
              """)
          .param(texts(gone, Dots::note))
          .param(texts(gone, Dots::phase))
          .param(texts(gone, Dots::person))
          .update();
    }
    List<Dots> given = dots.stream().filter(each -> each.count() > 0).toList();
    if (!given.isEmpty()) {
      sql.sql(
              """
              insert into board_dot (note, phase, person, count)
              select * from unnest(?::text[], ?::text[], ?::text[], ?::int[])
              on conflict (note, phase, person) do update set count = excluded.count
              """)
          .param(texts(given, Dots::note))
          .param(texts(given, Dots::phase))
          .param(texts(given, Dots::person))
          .param(column(given, Integer[]::new, Dots::count))
          .update();
    }
  }

  private static <T> String[] texts(Collection<T> of, Function<T, @Nullable String> text) {
    return column(of, String[]::new, text);
  }

  private static <T, C> C[] column(
      Collection<T> of, IntFunction<C[]> array, Function<T, @Nullable C> value) {
    return of.stream().map(value).toArray(array);
  }

  private static @Nullable Integer base(Change change) {
    return change instanceof Change.EditNote edit ? (Integer) edit.base() : null;
  }
}

package org.allmende.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of boards, their phases and zones. */
@Repository
class BoardStore {

  private final JdbcClient sql;
  private final Clock clock;

  BoardStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  BoardId insert(NewBoard board) {
    var id = new BoardId(Ids.next());
    sql.sql("insert into board_board (id, tenant, owner, url, created_at) values (?, ?, ?, ?, ?)")
        .param(id.value())
        .param(board.tenant().slug())
        .param(board.owner().toString())
        .param(board.url())
        .param(OffsetDateTime.now(clock))
        .update();
    return id;
  }

  Optional<Board> find(String id) {
    return sql.sql("select * from board_board where id = ?")
        .param(id)
        .query(BoardStore::board)
        .optional();
  }

  List<Board> all(Collection<BoardId> ids) {
    return sql.sql("select * from board_board where id = any (?)")
        .param(ids.stream().map(BoardId::value).toArray(String[]::new))
        .query(BoardStore::board)
        .list();
  }

  Optional<Board> of(Ref owner) {
    return sql.sql("select * from board_board where owner = ?")
        .param(owner.toString())
        .query(BoardStore::board)
        .optional();
  }

  /** The board, which nobody else changes until this transaction ends. */
  Optional<Board> hold(String id) {
    return sql.sql("select * from board_board where id = ? for update")
        .param(id)
        .query(BoardStore::board)
        .optional();
  }

  List<Phase> phases(BoardId board) {
    return sql.sql("select * from board_phase where board = ? order by position")
        .param(board.value())
        .query(BoardStore::phase)
        .list();
  }

  Optional<Phase> phase(BoardId board, String key) {
    return sql.sql("select * from board_phase where board = ? and key = ?")
        .param(board.value())
        .param(key)
        .query(BoardStore::phase)
        .optional();
  }

  /** All zones of the board, in the order of phases and places. */
  List<Zone> zones(BoardId board) {
    return sql.sql(
            """
            select z.id, z.phase, z.title, z.hidden, z.group_number from board_zone z
            join board_phase p on p.board = z.board and p.key = z.phase
            where z.board = ? order by p.position, coalesce(z.group_number, 0), z.position
            """)
        .param(board.value())
        .query((row, number) ->
            new Zone(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getObject(5, Integer.class)))
        .list();
  }

  void open(BoardId board, String phase, @Nullable Instant endsAt) {
    sql.sql(
            """
            update board_phase p set done = true from board_board b
            where b.id = ? and p.board = b.id and p.key = b.phase and p.key <> ?
            """)
        .params(board.value(), phase)
        .update();
    sql.sql("update board_board set phase = ? where id = ?")
        .param(phase)
        .param(board.value())
        .update();
    endAt(board, phase, endsAt);
  }

  /** Deletes the board with its notes and its log. */
  void delete(BoardId board) {
    for (String sentence :
        List.of(
            "delete from board_comment where note in (select id from board_note where board = ?)",
            "delete from board_dot where note in (select id from board_note where board = ?)",
            "delete from board_note where board = ?",
            "delete from board_op where board = ?",
            "delete from board_zone where board = ?",
            "delete from board_phase where board = ?",
            "delete from board_board where id = ?")) {
      sql.sql(sentence).param(board.value()).update();
    }
  }

  /** No phase is open, and none has been. */
  void rewind(BoardId board) {
    sql.sql("update board_phase set done = false, ends_at = null where board = ?")
        .param(board.value())
        .update();
    sql.sql("update board_board set phase = null, locked = false where id = ?")
        .param(board.value())
        .update();
  }

  void endAt(BoardId board, String phase, @Nullable Instant endsAt) {
    sql.sql("update board_phase set ends_at = ? where board = ? and key = ?")
        .param(endsAt == null ? null : endsAt.atOffset(ZoneOffset.UTC))
        .param(board.value())
        .param(phase)
        .update();
  }

  void groups(BoardId board, String phase, GroupWork groups) {
    sql.sql("update board_phase set groups = ? where board = ? and key = ?")
        .param(groups.key())
        .param(board.value())
        .param(phase)
        .update();
  }

  /** Gives each group up to this number the zones of the phase that it has not got yet. */
  void divide(BoardId board, String phase, int groups) {
    sql.sql(
            """
            insert into board_zone (id, board, phase, position, title, hidden, group_number)
            select z.id || '-' || g.number, z.board, z.phase, z.position, z.title, z.hidden, g.number
            from board_zone z cross join generate_series(1, ?) as g (number)
            where z.board = ? and z.phase = ? and z.group_number is null
            on conflict (id) do nothing
            """)
        .param(groups)
        .param(board.value())
        .param(phase)
        .update();
  }

  void marking(BoardId board, String phase, boolean marking) {
    sql.sql("update board_phase set marking = ? where board = ? and key = ?")
        .param(marking)
        .param(board.value())
        .param(phase)
        .update();
  }

  void lock(BoardId board, boolean locked) {
    sql.sql("update board_board set locked = ? where id = ?")
        .param(locked)
        .param(board.value())
        .update();
  }

  void writing(BoardId board, String phase, boolean writing) {
    sql.sql(
            """
            update board_phase set writing = ?, movers = ?, done = done or not ?
            where board = ? and key = ?
            """)
        .param(writing)
        .param(writing ? Hands.ALL.key() : Hands.LEAD.key())
        .param(writing)
        .param(board.value())
        .param(phase)
        .update();
  }

  void dots(BoardId board, String phase, int dots) {
    sql.sql("update board_phase set dots = ? where board = ? and key = ?")
        .param(dots)
        .param(board.value())
        .param(phase)
        .update();
  }

  void totals(BoardId board, String phase, boolean totals) {
    sql.sql("update board_phase set totals = ? where board = ? and key = ?")
        .param(totals)
        .param(board.value())
        .param(phase)
        .update();
  }

  void cover(List<Zone> zones, boolean covered) {
    for (Zone zone : zones) {
      sql.sql("update board_zone set hidden = ? where id = ?")
          .param(covered)
          .param(zone.id())
          .update();
    }
  }

  private static Board board(ResultSet row, int number) throws SQLException {
    return new Board(
        new BoardId(row.getString("id")),
        new TenantId(row.getString("tenant")),
        Ref.parse(row.getString("owner")),
        row.getString("url"),
        row.getString("phase"),
        row.getBoolean("locked"),
        row.getLong("seq"));
  }

  private static Phase phase(ResultSet row, int number) throws SQLException {
    OffsetDateTime ends = row.getObject("ends_at", OffsetDateTime.class);
    return new Phase(
        row.getString("key"),
        row.getString("title"),
        row.getString("task"),
        Hat.of(row.getString("hat")),
        row.getBoolean("writing"),
        Hands.of(row.getString("writers")),
        Hands.of(row.getString("movers")),
        row.getInt("dots"),
        row.getBoolean("totals"),
        List.of((String[]) row.getArray("shows").getArray()),
        GroupWork.of(row.getString("groups")),
        row.getBoolean("marking"),
        ends == null ? null : ends.toInstant(),
        row.getBoolean("done"));
  }
}

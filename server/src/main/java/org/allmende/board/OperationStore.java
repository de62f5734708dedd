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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the log; only ever inserted and read. */
@Repository
class OperationStore {

  private final JdbcClient sql;
  private final JsonMapper json;
  private final Clock clock;

  OperationStore(JdbcClient sql, JsonMapper json, Clock clock) {
    this.sql = sql;
    this.json = json;
    this.clock = clock;
  }

  void insert(BoardId board, Operation operation, Change change) {
    sql.sql(
            """
            insert into board_op (board, seq, op_id, actor, kind, target, base_version, payload, notes, at)
            values (:board, :seq, :opId, :actor, :kind, :target, :base, :payload::jsonb,
              string_to_array(:notes, ','), :at)
            """)
        .param("board", board.value())
        .param("seq", operation.seq())
        .param("opId", operation.opId())
        .param("actor", operation.actor())
        .param("kind", operation.kind())
        .param("target", operation.target())
        .param("base", change instanceof Change.EditNote edit ? (Integer) edit.base() : null)
        .param("payload", json.writeValueAsString(change))
        .param("notes", String.join(",", operation.notes()))
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  Optional<Operation> find(BoardId board, String opId) {
    return sql.sql("select * from board_op where board = ? and op_id = ?")
        .param(board.value())
        .param(opId)
        .query(OperationStore::operation)
        .optional();
  }

  /** What came after the number, oldest first. */
  List<Operation> after(BoardId board, long seq, int limit) {
    return sql.sql("select * from board_op where board = ? and seq > ? order by seq limit ?")
        .param(board.value())
        .param(seq)
        .param(limit)
        .query(OperationStore::operation)
        .list();
  }

  /** The number of the last operation of each board. */
  Map<String, Long> last(Collection<String> boards) {
    Map<String, Long> last = new HashMap<>();
    sql.sql("select id, seq from board_board where id = any(string_to_array(?, ','))")
        .param(String.join(",", boards))
        .query(row -> {
          last.put(row.getString(1), row.getLong(2));
        });
    return last;
  }

  private static Operation operation(ResultSet row, int number) throws SQLException {
    return new Operation(
        row.getLong("seq"),
        row.getString("op_id"),
        row.getString("actor"),
        row.getString("kind"),
        row.getString("target"),
        List.of((String[]) row.getArray("notes").getArray()));
  }
}

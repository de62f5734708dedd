package org.allmende.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that reads the log. */
@Repository
class OperationStore {

  private final JdbcClient sql;

  OperationStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Those of the operations that are in the log already. */
  List<Operation> find(BoardId board, Collection<String> opIds) {
    return sql.sql("select * from board_op where board = ? and op_id = any(?)")
        .param(board.value())
        .param(opIds.toArray(String[]::new))
        .query(OperationStore::operation)
        .list();
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

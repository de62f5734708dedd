package org.allmende.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that reads the log. */
@Repository
class OperationStore {

  private final JdbcClient sql;

  OperationStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Those of the operations that are in the log already. Looked up one by one, because a plan for
   * any number of them, made while the log was short, reads all of a long one.
   */
  List<Operation> find(BoardId board, Collection<String> opIds) {
    return sql.sql(
            """
            select o.* from unnest(?::text[]) as wanted (id)
            cross join lateral (
              select * from board_op where board = ? and op_id = wanted.id offset 0
            ) as o
            """)
        .param(opIds.toArray(String[]::new))
        .param(board.value())
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

  /**
   * An operation that can be taken back.
   *
   * @param undo what takes it back, as operations of the protocol
   * @param overtaken whether somebody else has changed the same note since
   */
  record Undoable(Operation operation, String undo, boolean overtaken) {}

  /**
   * The last operation of the person that can be taken back and was not.
   *
   * @param taken numbers of operations that are being taken back
   * @param beside kinds that neither overtake others nor are overtaken
   */
  Optional<Undoable> lastUndoable(
      BoardId board, PersonId person, Collection<Long> taken, Collection<String> beside) {
    return sql.sql(
            """
            select o.*, o.kind <> all(:beside) and exists (
                select 1 from board_op l where l.board = o.board and l.seq > o.seq
                  and l.target = o.target and l.actor is distinct from o.actor
                  and l.kind <> all(:beside)) as overtaken
            from board_op o
            where o.board = :board and o.actor = :person and o.undo is not null
              and o.seq <> all(:taken)
              and not exists (select 1 from board_op u where u.board = o.board and u.undoes = o.seq)
            order by o.seq desc limit 1
            """)
        .param("board", board.value())
        .param("person", person.value())
        .param("taken", taken.toArray(Long[]::new))
        .param("beside", beside.toArray(String[]::new))
        .query((row, number) ->
            new Undoable(
                operation(row, number), row.getString("undo"), row.getBoolean("overtaken")))
        .optional();
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

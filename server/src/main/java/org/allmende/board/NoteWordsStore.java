package org.allmende.board;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that takes the words of a note away and puts them back, in the log as well. */
@Repository
class NoteWordsStore {

  private static final String NOTE = "text";
  private static final String OPERATION = "op ";
  private static final String UNDO = "undo ";

  private final JdbcClient sql;

  NoteWordsStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * By their own keys: {@code text} for those of now, {@code op SEQ} and {@code undo SEQ} for those
   * in the log.
   */
  Map<String, String> take(NoteId note, String sentence) {
    Map<String, String> taken = new LinkedHashMap<>();
    taken.put(
        NOTE,
        sql.sql("select text from board_note where id = ? for update")
            .param(note.value())
            .query(String.class)
            .single());
    sql.sql(
            "select seq, payload ->> 'text' from board_op where target = ? and payload ->> 'text' is not null")
        .param(note.value())
        .query(row -> {
          taken.put(OPERATION + row.getLong(1), row.getString(2));
        });
    sql.sql(
            """
            select seq, undo -> 0 -> 'payload' ->> 'text' from board_op
            where target = ? and undo -> 0 -> 'payload' ->> 'text' is not null
            """)
        .param(note.value())
        .query(row -> {
          taken.put(UNDO + row.getLong(1), row.getString(2));
        });
    taken.keySet().forEach(key -> put(note, key, sentence));
    return taken;
  }

  void putBack(NoteId note, Map<String, String> taken) {
    taken.forEach((key, words) -> put(note, key, words));
  }

  private void put(NoteId note, String key, String words) {
    if (key.startsWith(OPERATION)) {
      sql.sql(
              """
              update board_op set payload = jsonb_set(payload, '{text}', to_jsonb(?::text))
              where target = ? and seq = ?
              """)
          .params(words, note.value(), Long.parseLong(key.substring(OPERATION.length())))
          .update();
    } else if (key.startsWith(UNDO)) {
      sql.sql(
              """
              update board_op set undo = jsonb_set(undo, '{0,payload,text}', to_jsonb(?::text))
              where target = ? and seq = ?
              """)
          .params(words, note.value(), Long.parseLong(key.substring(UNDO.length())))
          .update();
    } else if (key.equals(NOTE)) {
      sql.sql("update board_note set text = ?, version = version + 1 where id = ?")
          .params(words, note.value())
          .update();
    }
  }
}

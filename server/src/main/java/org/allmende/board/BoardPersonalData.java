package org.allmende.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.privacy.PersonalData;
import org.allmende.base.privacy.PersonalField;
import org.allmende.base.privacy.Retention;
import org.allmende.base.privacy.Since;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What boards keep of a person: which notes and dots are whose. Erasing leaves both, nameless. */
@Component
class BoardPersonalData implements PersonalData {

  private final JdbcClient sql;

  BoardPersonalData(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<PersonalField> describe() {
    return List.of(
        new Retention(Retention.YEARS, Since.WRITTEN, "created_at")
            .nulled("board_note.author", "board.privacy.note"),
        new Retention(Retention.YEARS, Since.WRITTEN, "created_at")
            .nulled("board_note.table_name", "board.privacy.table"),
        new Retention(
                Retention.YEARS,
                Since.WRITTEN,
                "select n.created_at from board_note n where n.id = board_dot.note")
            .nulled("board_dot.person", "board.privacy.dot"),
        new Retention(Retention.YEARS, Since.WRITTEN, "parked_at")
            .nulled("board_note.parked_by", "board.privacy.parked"),
        new Retention(Retention.YEARS, Since.WRITTEN, "created_at")
            .nulled("board_comment.author", "board.privacy.comment"),
        new Retention(Retention.YEARS, Since.WRITTEN, "at")
            .nulled("board_op.actor", "board.privacy.op"));
  }

  @Override
  public Map<String, List<String>> export(PersonId person) {
    List<String> notes =
        sql.sql("select text from board_note where author = ? order by created_at")
            .param(person.value())
            .query(String.class)
            .list();
    List<String> comments =
        sql.sql("select text from board_comment where author = ? order by created_at")
            .param(person.value())
            .query(String.class)
            .list();
    Map<String, List<String>> kept = new LinkedHashMap<>();
    if (!notes.isEmpty()) {
      kept.put("note", notes);
    }
    if (!comments.isEmpty()) {
      kept.put("comment", comments);
    }
    return kept;
  }

  @Override
  @Transactional
  public void erase(PersonId person) {
    sql.sql("update board_note set author = null, table_name = null where author = ?")
        .param(person.value())
        .update();
    sql.sql("update board_dot set person = null where person = ?").param(person.value()).update();
    sql.sql("update board_note set parked_by = null where parked_by = ?")
        .param(person.value())
        .update();
    sql.sql("update board_comment set author = null where author = ?")
        .param(person.value())
        .update();
    sql.sql("update board_op set actor = null where actor = ?").param(person.value()).update();
  }
}

package org.allmende.board;

import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.privacy.PersonalData;
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
  public List<String> describe() {
    return List.of("board_note.author", "board_dot.person", "board_op.actor");
  }

  @Override
  public Map<String, List<String>> export(PersonId person) {
    List<String> notes =
        sql.sql("select text from board_note where author = ? order by created_at")
            .param(person.value())
            .query(String.class)
            .list();
    return notes.isEmpty() ? Map.of() : Map.of("Notizen", notes);
  }

  @Override
  @Transactional
  public void erase(PersonId person) {
    sql.sql("update board_note set author = null where author = ?").param(person.value()).update();
    sql.sql("update board_dot set person = null where person = ?").param(person.value()).update();
    sql.sql("update board_op set actor = null where actor = ?").param(person.value()).update();
  }
}

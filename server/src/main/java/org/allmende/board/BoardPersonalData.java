package org.allmende.board;

import java.util.ArrayList;
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
  private final Acceptance acceptance;

  BoardPersonalData(JdbcClient sql, Acceptance acceptance) {
    this.sql = sql;
    this.acceptance = acceptance;
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
    return Map.of(
        "note",
        texts(
            "select concat_ws(', ', text, table_name) from board_note where author = ? order by created_at",
            person),
        "comment",
        texts("select text from board_comment where author = ? order by created_at", person),
        "dot",
        texts(
            """
            select n.text || ': ' || d.count from board_dot d join board_note n on n.id = d.note
            where d.person = ? order by n.created_at, d.phase
            """,
            person),
        "parked",
        texts("select text from board_note where parked_by = ? order by parked_at", person),
        "board",
        texts(
            "select at || ': ' || kind from board_op where actor = ? order by at, board, seq",
            person));
  }

  private List<String> texts(String query, PersonId person) {
    return sql.sql(query).param(person.value()).query(String.class).list();
  }

  /** The boards are told, so that no node keeps the person in memory or shows a table's name. */
  @Override
  @Transactional
  public void erase(PersonId person) {
    Map<BoardId, List<String>> touched = touchedBy(person);
    List<Board> held = touched.keySet().stream().map(acceptance::hold).toList();
    blank(person);
    held.forEach(board -> acceptance.disowned(board, touched.getOrDefault(board.id(), List.of())));
  }

  /** The notes that keep something of the person, by board in the order in which they are held. */
  private Map<BoardId, List<String>> touchedBy(PersonId person) {
    Map<BoardId, List<String>> touched = new LinkedHashMap<>();
    sql.sql(
            """
            select n.board, n.id from board_note n where n.id in (
              select id from board_note where author = :person or parked_by = :person
              union select note from board_dot where person = :person
              union select note from board_comment where author = :person)
            order by n.board, n.id
            """)
        .param("person", person.value())
        .query(row -> {
          touched
              .computeIfAbsent(new BoardId(row.getString(1)), board -> new ArrayList<>())
              .add(row.getString(2));
        });
    return touched;
  }

  private void blank(PersonId person) {
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

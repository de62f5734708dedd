package org.allmende.wish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The SQL that takes all words of a wish or a potential away and puts them back: its own columns,
 * its notes, what its wisher answered, and its name where others carry it.
 */
@Repository
class WordsStore {

  private static final List<String> OF_WISH =
      List.of(
          "purpose",
          "question",
          "problem",
          "enables",
          "organisation",
          "granularity",
          "freshness",
          "form",
          "urgency",
          "workaround");

  private static final List<String> OF_POTENTIAL =
      List.of(
          "summary",
          "contact_role",
          "procedure",
          "columns_sketch",
          "area",
          "time_span",
          "rhythm",
          "current_form",
          "screening",
          "published_elsewhere",
          "quality",
          "license",
          "internal_users");

  private final JdbcClient sql;

  WordsStore(JdbcClient sql) {
    this.sql = sql;
  }

  Map<String, String> takeFromWish(String id, String sentence) {
    return take("wish", "need", OF_WISH, id, sentence);
  }

  Map<String, String> takeFromPotential(String id, String sentence) {
    return take("potential", "title", OF_POTENTIAL, id, sentence);
  }

  private Map<String, String> take(
      String kind, String title, List<String> others, String id, String sentence) {
    Map<String, String> taken = new LinkedHashMap<>();
    String columns = title + ", " + String.join(", ", others);
    sql.sql("select " + columns + " from wish_" + kind + " where id = ? for update")
        .param(id)
        .query()
        .singleRow()
        .forEach((column, words) -> {
          if (words != null) {
            taken.put(column, words.toString());
          }
        });
    String blanked = String.join(" = null, ", others) + " = null";
    sql.sql(
            "update wish_"
                + kind
                + " set "
                + title
                + " = ?, "
                + blanked
                + ", version = version + 1 where id = ?")
        .params(sentence, id)
        .update();
    takeParts(kind, id, sentence, taken);
    return taken;
  }

  /** What lies in other tables is kept by its own key: {@code note KEY}, {@code step ID}. */
  private void takeParts(String kind, String id, String sentence, Map<String, String> taken) {
    sql.sql("select note, slip from wish_note where " + kind + " = ?")
        .param(id)
        .query((row, number) -> Map.entry("note " + row.getString(1), row.getString(2)))
        .list()
        .forEach(part -> taken.put(part.getKey(), part.getValue()));
    sql.sql("update wish_note set slip = ? where " + kind + " = ?").params(sentence, id).update();
    sql.sql(
            "select id, text from wish_step where wish = ? and kind = 'answered' and text is not null")
        .param(id)
        .query((row, number) -> Map.entry("step " + row.getString(1), row.getString(2)))
        .list()
        .forEach(part -> taken.put(part.getKey(), part.getValue()));
    sql.sql(
            "update wish_step set text = ? where wish = ? and kind = 'answered' and text is not null")
        .params(sentence, id)
        .update();
    sql.sql("select id, title from wish_step where ref = ? and title is not null")
        .param(kind + ":" + id)
        .query((row, number) -> Map.entry("name " + row.getString(1), row.getString(2)))
        .list()
        .forEach(part -> taken.put(part.getKey(), part.getValue()));
    sql.sql("update wish_step set title = ? where ref = ? and title is not null")
        .params(sentence, kind + ":" + id)
        .update();
    sql.sql("select id, title from wish_match where target = ?")
        .param(kind + ":" + id)
        .query((row, number) -> Map.entry("match " + row.getString(1), row.getString(2)))
        .list()
        .forEach(part -> taken.put(part.getKey(), part.getValue()));
    sql.sql("update wish_match set title = ? where target = ?")
        .params(sentence, kind + ":" + id)
        .update();
  }

  void putBackToWish(String id, Map<String, String> words) {
    putBack("wish", id, words);
  }

  void putBackToPotential(String id, Map<String, String> words) {
    putBack("potential", id, words);
  }

  private void putBack(String kind, String id, Map<String, String> words) {
    words.forEach((key, text) -> {
      String[] part = key.split(" ", 2);
      switch (part[0]) {
        case "note" -> put("wish_note set slip = ? where note = ?", text, part[1]);
        case "step" -> put("wish_step set text = ? where id = ?", text, part[1]);
        case "name" -> put("wish_step set title = ? where id = ?", text, part[1]);
        case "match" -> put("wish_match set title = ? where id = ?", text, part[1]);
        default -> put("wish_" + kind + " set " + column(key) + " = ? where id = ?", text, id);
      }
    });
  }

  /** Only names of columns reach the statement, whatever was kept. */
  private static String column(String key) {
    if (key.equals("need") || key.equals("title")) {
      return key;
    }
    if (OF_WISH.contains(key) || OF_POTENTIAL.contains(key)) {
      return key;
    }
    throw new IllegalArgumentException("no column of words: " + key);
  }

  private void put(String change, String text, String key) {
    sql.sql("update " + change).params(text, key).update();
  }
}

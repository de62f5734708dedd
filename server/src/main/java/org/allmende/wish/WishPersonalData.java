package org.allmende.wish;

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

/**
 * What wishes keep about people: who stated, wrote, supported or decided. Threads stay whole and
 * nameless.
 */
@Component
class WishPersonalData implements PersonalData {

  private final JdbcClient sql;

  WishPersonalData(JdbcClient sql) {
    this.sql = sql;
  }

  private static final String WISHER = "wish.privacy.wisher";
  private static final String NOTE = "wish.privacy.note";
  private static final String STAFF = "wish.privacy.staff";

  @Override
  public List<PersonalField> describe() {
    return List.of(
        new Retention(Retention.YEARS, Since.MOVED, "moved_at").nulled("wish_wish.wisher", WISHER),
        new Retention(Retention.YEARS, Since.MOVED, "moved_at")
            .emptied("wish_wish.wisher_name", WISHER),
        new Retention(Retention.YEARS, Since.WRITTEN, "written_at")
            .nulled("wish_note.author", NOTE),
        new Retention(Retention.YEARS, Since.WRITTEN, "written_at")
            .emptied("wish_note.pseudonym", NOTE),
        new Retention(
                Retention.YEARS,
                Since.MOVED,
                "select w.moved_at from wish_wish w where w.id = wish_support.wish")
            .nulled("wish_support.person", "wish.privacy.support"),
        new Retention(Retention.YEARS, Since.DONE, "at")
            .nulled("wish_step.person", "wish.privacy.step"),
        new Retention(Retention.YEARS, Since.DECIDED, "at").nulled("wish_match.decided_by", STAFF),
        new Retention(Retention.YEARS, Since.WRITTEN, "created_at")
            .nulled("wish_potential.offered_by", "wish.privacy.potential"),
        new Retention(Retention.YEARS, Since.DECIDED, "at").nulled("wish_rank.person", STAFF));
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, List<String>> export(PersonId person) {
    return Map.of(
        "wish",
            texts(
                """
                select concat_ws(', ', need, nullif(wisher_name, '')) from wish_wish
                where wisher = ? order by created_at
                """,
                person),
        "note",
            texts(
                """
                select concat_ws(', ', slip, nullif(pseudonym, '')) from wish_note
                where author = ? order by written_at
                """,
                person),
        "support",
            texts(
                """
                select w.need from wish_support s join wish_wish w on w.id = s.wish
                where s.person = ? order by s.at
                """,
                person),
        "step",
            texts(
                """
                select s.at || ': ' || s.kind || ', ' || w.need from wish_step s
                join wish_wish w on w.id = s.wish where s.person = ? order by s.at, s.number
                """,
                person),
        "match",
            texts(
                "select at || ': ' || title from wish_match where decided_by = ? order by at",
                person),
        "rank",
            texts(
                "select at || ': ' || reason from wish_rank where person = ? order by at", person),
        "potential",
            texts(
                "select title from wish_potential where offered_by = ? order by created_at",
                person));
  }

  private List<String> texts(String query, PersonId person) {
    return sql.sql(query).param(person.value()).query(String.class).list();
  }

  @Override
  @Transactional
  public void erase(PersonId person) {
    for (String statement :
        List.of(
            "update wish_wish set wisher = null, wisher_name = '' where wisher = ?",
            "update wish_note set author = null, pseudonym = '' where author = ?",
            "update wish_support set person = null where person = ?",
            "update wish_step set person = null where person = ?",
            "update wish_match set decided_by = null where decided_by = ?",
            "update wish_potential set offered_by = null where offered_by = ?",
            "update wish_rank set person = null where person = ?")) {
      sql.sql(statement).param(person.value()).update();
    }
  }
}

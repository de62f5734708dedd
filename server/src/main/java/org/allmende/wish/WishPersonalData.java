package org.allmende.wish;

import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.privacy.PersonalData;
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

  @Override
  public List<String> describe() {
    return List.of(
        "wish_wish.wisher",
        "wish_wish.wisher_name",
        "wish_note.author",
        "wish_note.pseudonym",
        "wish_support.person",
        "wish_step.person",
        "wish_match.decided_by",
        "wish_potential.offered_by",
        "wish_rank.person");
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, List<String>> export(PersonId person) {
    return Map.of(
        "wish", texts("select need from wish_wish where wisher = ? order by created_at", person),
        "note", texts("select slip from wish_note where author = ? order by written_at", person),
        "support",
            texts(
                """
                select w.need from wish_support s join wish_wish w on w.id = s.wish
                where s.person = ? and s.source = 'support' order by s.at
                """,
                person),
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

package org.allmende.plan;

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

/** Who made a promise, keeps it and reports on it; in public only the function is named. */
@Component
class PlanPersonalData implements PersonalData {

  private static final String PURPOSE = "plan.privacy.commitment";

  private final JdbcClient sql;

  PlanPersonalData(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<PersonalField> describe() {
    var kept = new Retention(Retention.YEARS, Since.DONE, "kept_at");
    return List.of(
        kept.nulled("plan_commitment.officer", PURPOSE),
        kept.nulled("plan_commitment.made_by", PURPOSE),
        new Retention(Retention.YEARS, Since.WRITTEN, "at")
            .nulled("plan_progress.person", "plan.privacy.progress"));
  }

  @Override
  public Map<String, List<String>> export(PersonId person) {
    return Map.of(
        "commitment",
        sql.sql("select title from plan_commitment where ? in (officer, made_by) order by made_at")
            .param(person.value())
            .query(String.class)
            .list(),
        "progress",
        sql.sql("select concat_ws(': ', at, note) from plan_progress where person = ? order by at")
            .param(person.value())
            .query(String.class)
            .list());
  }

  @Override
  @Transactional
  public void erase(PersonId person) {
    for (String statement :
        List.of(
            "update plan_commitment set officer = null where officer = ?",
            "update plan_commitment set made_by = null where made_by = ?",
            "update plan_progress set person = null where person = ?")) {
      sql.sql(statement).param(person.value()).update();
    }
  }
}

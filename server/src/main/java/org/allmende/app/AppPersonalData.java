package org.allmende.app;

import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.privacy.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who wrote a tenant's texts and answered its readers; reporters leave an address at most. */
@Component
class AppPersonalData implements PersonalData {

  private final JdbcClient sql;

  AppPersonalData(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<String> describe() {
    return List.of("app_text.written_by", "app_barrier.contact", "app_barrier.answered_by");
  }

  @Override
  public Map<String, List<String>> export(PersonId person) {
    return Map.of(
        "Texts",
        sql.sql(
                "select tenant || ' ' || topic || ' ' || written_at from app_text where written_by = ? order by written_at")
            .param(person.value())
            .query(String.class)
            .list());
  }

  @Override
  @Transactional
  public void erase(PersonId person) {
    sql.sql("update app_text set written_by = null where written_by = ?")
        .param(person.value())
        .update();
    sql.sql("update app_barrier set answered_by = null where answered_by = ?")
        .param(person.value())
        .update();
  }
}

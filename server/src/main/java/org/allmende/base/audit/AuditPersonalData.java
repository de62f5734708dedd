package org.allmende.base.audit;

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

/** Who did what as staff; the log itself stays. */
@Component
class AuditPersonalData implements PersonalData {

  private final JdbcClient sql;

  AuditPersonalData(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<PersonalField> describe() {
    return List.of(
        new Retention(Retention.YEARS, Since.DONE, "at")
            .nulled("base_audit.person", "base.privacy.audit"));
  }

  @Override
  public Map<String, List<String>> export(PersonId person) {
    return Map.of(
        "audit",
        sql.sql(
                "select at || ' ' || action || ' ' || ref from base_audit where person = ? order by at")
            .param(person.value())
            .query(String.class)
            .list());
  }

  @Override
  @Transactional
  public void erase(PersonId person) {
    sql.sql("update base_audit set person = null where person = ?").param(person.value()).update();
  }
}

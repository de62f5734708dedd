package org.allmende.reuse;

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

/** Who reported a use; the use stays, nameless. */
@Component
class UsePersonalData implements PersonalData {

  private final JdbcClient sql;

  UsePersonalData(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<PersonalField> describe() {
    return List.of(
        new Retention(Retention.YEARS, Since.WRITTEN, "at")
            .nulled("reuse_use.person", "reuse.privacy.use"));
  }

  @Override
  public Map<String, List<String>> export(PersonId person) {
    return Map.of(
        "use",
        sql.sql("select title from reuse_use where person = ? order by at")
            .param(person.value())
            .query(String.class)
            .list());
  }

  @Override
  @Transactional
  public void erase(PersonId person) {
    sql.sql("update reuse_use set person = null where person = ?").param(person.value()).update();
  }
}

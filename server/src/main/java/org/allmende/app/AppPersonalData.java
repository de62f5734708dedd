package org.allmende.app;

import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.privacy.PersonalData;
import org.allmende.base.privacy.PersonalField;
import org.allmende.base.privacy.Retention;
import org.allmende.base.privacy.Since;
import org.allmende.people.Addresses;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who wrote a tenant's texts and answered its readers; reporters leave an address at most. It is
 * asked first, while it is still known whose the address is.
 */
@Component
@Order(0)
class AppPersonalData implements PersonalData {

  private final JdbcClient sql;
  private final Addresses addresses;

  AppPersonalData(JdbcClient sql, Addresses addresses) {
    this.addresses = addresses;
    this.sql = sql;
  }

  @Override
  public List<PersonalField> describe() {
    return List.of(
        new Retention(Retention.YEARS, Since.WRITTEN, "written_at")
            .nulled("app_text.written_by", "app.privacy.text"),
        new Retention(365, Since.WRITTEN, "reported_at")
            .nulled("app_barrier.contact", "app.privacy.barrier"),
        new Retention(Retention.YEARS, Since.WRITTEN, "reported_at")
            .emptied("app_barrier.text", "app.privacy.barrierText"),
        new Retention(Retention.YEARS, Since.DONE, "answered_at")
            .nulled("app_barrier.answered_by", "app.privacy.barrierAnswer"));
  }

  @Override
  public Map<String, List<String>> export(PersonId person) {
    return Map.of(
        "barrier",
        sql.sql("select text from app_barrier where lower(contact) = any (?) order by reported_at")
            .param(addresses.of(person).toArray(String[]::new))
            .query(String.class)
            .list(),
        "answer",
        sql.sql(
                "select answered_at || ': ' || text from app_barrier where answered_by = ? order by answered_at")
            .param(person.value())
            .query(String.class)
            .list(),
        "text",
        sql.sql(
                "select coalesce(tenant || ' ', '') || topic || ' ' || written_at from app_text where written_by = ? order by written_at")
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
    sql.sql("update app_barrier set contact = null where lower(contact) = any (?)")
        .param(addresses.of(person).toArray(String[]::new))
        .update();
    sql.sql("update app_barrier set answered_by = null where answered_by = ?")
        .param(person.value())
        .update();
  }
}

package org.allmende.catalog;

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

/** Who began, uploaded, moved and checked datasets. */
@Component
class CatalogPersonalData implements PersonalData {

  private final JdbcClient sql;

  CatalogPersonalData(JdbcClient sql) {
    this.sql = sql;
  }

  private static final String PURPOSE = "catalog.privacy.work";

  @Override
  public List<PersonalField> describe() {
    return List.of(
        new Retention(Retention.YEARS, Since.WRITTEN, "created_at")
            .nulled("catalog_dataset.created_by", PURPOSE),
        new Retention(Retention.YEARS, Since.WRITTEN, "state_at")
            .nulled("catalog_dataset.state_by", PURPOSE),
        new Retention(Retention.YEARS, Since.WRITTEN, "uploaded_at")
            .nulled("catalog_file_version.uploaded_by", PURPOSE),
        new Retention(Retention.YEARS, Since.WRITTEN, "at")
            .nulled("catalog_check.person", PURPOSE));
  }

  @Override
  public Map<String, List<String>> export(PersonId person) {
    List<String> datasets =
        sql.sql(
                """
                select distinct d.title from catalog_dataset d
                where :person in (d.created_by, d.state_by)
                  or exists (select 1 from catalog_check c where c.dataset = d.id and c.person = :person)
                  or exists (select 1 from catalog_file f join catalog_file_version v on v.file = f.id
                    where f.dataset = d.id and v.uploaded_by = :person)
                order by 1
                """)
            .param("person", person.value())
            .query(String.class)
            .list();
    return datasets.isEmpty() ? Map.of() : Map.of("dataset", datasets);
  }

  @Override
  @Transactional
  public void erase(PersonId person) {
    for (PersonalField field : describe()) {
      String column = field.column();
      String table = column.substring(0, column.indexOf('.'));
      String name = column.substring(column.indexOf('.') + 1);
      sql.sql("update " + table + " set " + name + " = null where " + name + " = ?")
          .param(person.value())
          .update();
    }
  }
}

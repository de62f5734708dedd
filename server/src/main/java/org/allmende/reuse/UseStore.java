package org.allmende.reuse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.allmende.base.db.AcrossTenants;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.DatasetId;
import org.allmende.comment.PublicText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of uses. */
@Repository
class UseStore {

  private final JdbcClient sql;

  UseStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Use use, Viewer by) {
    sql.sql(
            """
            insert into reuse_use (id, tenant, dataset, kind, title, url, department, at, person)
            values (:id, :tenant, :dataset, :kind, :title, :url, :department, :at, :person)
            """)
        .param("id", use.id())
        .param("tenant", use.tenant().slug())
        .param("dataset", use.dataset().value())
        .param("kind", use.kind().key())
        .param("title", use.title())
        .param("url", use.url())
        .param("department", use.department())
        .param("at", use.at().atOffset(ZoneOffset.UTC))
        .param("person", by.person() == null ? null : by.person().value())
        .update();
  }

  @AcrossTenants("named by its id in events")
  Optional<Use> find(String id) {
    return sql.sql("select * from reuse_use where id = ?")
        .param(id)
        .query(UseStore::use)
        .optional();
  }

  @AcrossTenants("uses are public; asked for by datasets the caller may see")
  List<Use> of(Collection<DatasetId> datasets) {
    return datasets.isEmpty()
        ? List.of()
        : sql.sql(
                "select * from reuse_use where dataset in (:ids) and removed_at is null order by at, id")
            .param("ids", datasets.stream().map(DatasetId::value).toList())
            .query(UseStore::use)
            .list();
  }

  boolean remove(TenantId tenant, String id, String reason, Instant at) {
    return sql.sql(
                """
                update reuse_use set removed_at = ?, removed_why = ?
                where tenant = ? and id = ? and removed_at is null
                """)
            .param(at.atOffset(ZoneOffset.UTC))
            .param(reason)
            .param(tenant.slug())
            .param(id)
            .update()
        == 1;
  }

  /** Uses as texts, those still on a page. */
  List<PublicText> texts(TenantId tenant, Collection<String> ids) {
    return sql.sql(
            "select * from reuse_use where tenant = :tenant and id in (:ids) and removed_at is null")
        .param("tenant", tenant.slug())
        .param("ids", ids)
        .query(UseStore::text)
        .list();
  }

  private static PublicText text(ResultSet row, int number) throws SQLException {
    Use use = use(row, number);
    String person = row.getString("person");
    return new PublicText(
        use.ref(),
        use.tenant(),
        use.url() == null ? use.title() : use.title() + "\n" + use.url(),
        "/" + use.tenant().slug() + "/datasets/" + use.dataset() + "#use-" + use.id(),
        person == null ? null : new PersonId(person));
  }

  /** Puts the sentence in the place of the title and the address; returns both. */
  Map<String, String> takeWords(String id, String sentence) {
    Map<String, String> taken = new HashMap<>();
    sql.sql("select title, url from reuse_use where id = ? for update")
        .param(id)
        .query()
        .singleRow()
        .forEach((column, words) -> {
          if (words != null) {
            taken.put(column, words.toString());
          }
        });
    sql.sql("update reuse_use set title = ?, url = null where id = ?")
        .params(sentence, id)
        .update();
    return taken;
  }

  void putBack(String id, Map<String, String> words) {
    sql.sql("update reuse_use set title = :title, url = :url where id = :id")
        .param("id", id)
        .param("title", words.get("title"))
        .param("url", words.get("url"))
        .update();
  }

  private static Use use(ResultSet row, int number) throws SQLException {
    return new Use(
        row.getString("id"),
        new TenantId(row.getString("tenant")),
        new DatasetId(row.getString("dataset")),
        UseKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("title"),
        row.getString("url"),
        row.getString("department"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}

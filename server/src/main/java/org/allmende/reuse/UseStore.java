package org.allmende.reuse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allmende.base.db.AcrossTenants;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.DatasetId;
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

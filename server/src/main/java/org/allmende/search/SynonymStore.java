package org.allmende.search;

import java.util.List;
import org.allmende.base.id.Ids;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of synonyms. */
@Repository
class SynonymStore {

  private final JdbcClient sql;

  SynonymStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Synonym> active() {
    return sql.sql(
            "select id, tenant, word, means from search_synonym where active order by lower(word), lower(means)")
        .query((row, number) -> {
          String tenant = row.getString("tenant");
          return new Synonym(
              row.getString("id"),
              tenant == null ? null : new TenantId(tenant),
              row.getString("word"),
              row.getString("means"));
        })
        .list();
  }

  /** Grows with every change of a settled transaction. */
  long version() {
    return sql.sql(
            """
            select coalesce(max(written_by::text::bigint), 0) from search_synonym
            where written_by < pg_snapshot_xmin(pg_current_snapshot())
            """)
        .query(Long.class)
        .single();
  }

  void add(String id, @Nullable TenantId tenant, String word, String means) {
    sql.sql(
            """
            insert into search_synonym (id, tenant, word, means) values (:id, :tenant, :word, :means)
            on conflict (tenant, word, means) do update set active = true, written_by = pg_current_xact_id()
              where not search_synonym.active
            """)
        .param("id", id)
        .param("tenant", tenant == null ? null : tenant.slug())
        .param("word", word)
        .param("means", means)
        .update();
  }

  void deactivate(TenantId tenant, String id) {
    sql.sql(
            """
            update search_synonym set active = false, written_by = pg_current_xact_id()
            where id = :id and tenant = :tenant and active
            """)
        .param("id", id)
        .param("tenant", tenant.slug())
        .update();
  }

  /** Adds the shipped entries that are not there; one taken out of use stays out. */
  void seed(List<Thesaurus.Entry> entries) {
    sql.sql(
            """
            insert into search_synonym (id, word, means)
            select * from unnest(:ids::text[], :words::text[], :meanings::text[])
            on conflict (tenant, word, means) do nothing
            """)
        .param("ids", entries.stream().map(entry -> Ids.next()).toArray(String[]::new))
        .param("words", entries.stream().map(Thesaurus.Entry::word).toArray(String[]::new))
        .param("meanings", entries.stream().map(Thesaurus.Entry::means).toArray(String[]::new))
        .update();
  }
}

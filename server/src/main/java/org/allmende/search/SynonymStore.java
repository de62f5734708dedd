package org.allmende.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        .query((row, number) -> synonym(row))
        .list();
  }

  private static Synonym synonym(ResultSet row) throws SQLException {
    String tenant = row.getString("tenant");
    return new Synonym(
        row.getString("id"),
        tenant == null ? null : new TenantId(tenant),
        row.getString("word"),
        row.getString("means"));
  }

  /** Grows with every change of a settled transaction. */
  long version() {
    return sql.sql(
            """
            select coalesce(max(written_by::text::bigint), 0)
            from (select written_by from search_synonym union all select written_by from search_synonym_off) as change
            where written_by < pg_snapshot_xmin(pg_current_snapshot())
            """)
        .query(Long.class)
        .single();
  }

  /** Adds the synonym, or brings the one of the same words into use; returns it as it stands. */
  Synonym add(String id, @Nullable TenantId tenant, String word, String means) {
    return sql.sql(
            """
            insert into search_synonym (id, tenant, word, means) values (:id, :tenant, :word, :means)
            on conflict (tenant, word, means) do update set active = true, written_by = pg_current_xact_id()
            returning id, tenant, word, means
            """)
        .param("id", id)
        .param("tenant", tenant == null ? null : tenant.slug(), Types.VARCHAR)
        .param("word", word)
        .param("means", means)
        .query((row, number) -> synonym(row))
        .single();
  }

  /** False if the tenant has no such synonym; null means the whole installation. */
  boolean deactivate(@Nullable TenantId tenant, String id) {
    return sql.sql(
                """
                update search_synonym set active = false, written_by = pg_current_xact_id()
                where id = :id and tenant is not distinct from :tenant and active
                """)
            .param("id", id)
            .param("tenant", tenant == null ? null : tenant.slug(), Types.VARCHAR)
            .update()
        == 1;
  }

  /** The synonyms of the whole installation that each tenant does without. */
  Map<TenantId, Set<String>> off() {
    Map<TenantId, Set<String>> off = new HashMap<>();
    sql.sql("select tenant, synonym from search_synonym_off where off")
        .query((ResultSet row) -> {
          off.computeIfAbsent(new TenantId(row.getString("tenant")), tenant -> new HashSet<>())
              .add(row.getString("synonym"));
        });
    return off;
  }

  /** False if the installation has no such synonym. */
  boolean turn(TenantId tenant, String id, boolean off) {
    return sql.sql(
                """
                insert into search_synonym_off (tenant, synonym, off)
                select :tenant, id, :off from search_synonym where id = :id and tenant is null and active
                on conflict (tenant, synonym) do update set off = excluded.off, written_by = pg_current_xact_id()
                """)
            .param("tenant", tenant.slug())
            .param("id", id)
            .param("off", off)
            .update()
        == 1;
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

package org.allmende.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of search documents. */
@Repository
class SearchStore {

  private static final int FETCH = 500;

  /** A document as written, or the news that it is gone. */
  record Written(SearchDocument document, boolean removed) {}

  private final JdbcClient sql;

  SearchStore(JdbcClient sql) {
    this.sql = sql;
  }

  void put(SearchDocument document) {
    sql.sql(
            """
            insert into search_document
              (kind, id, tenant, visibility, title, text, columns, lang, url, topic, theme, at)
            values
              (:kind, :id, :tenant, :visibility, :title, :text, :columns, :lang, :url, :topic, :theme, :at)
            on conflict (kind, id) do update set
              tenant = excluded.tenant, visibility = excluded.visibility, title = excluded.title,
              text = excluded.text, columns = excluded.columns, lang = excluded.lang, url = excluded.url,
              topic = excluded.topic, theme = excluded.theme, at = excluded.at,
              removed = false, written_by = pg_current_xact_id()
            """)
        .param("kind", document.ref().kind())
        .param("id", document.ref().id())
        .param("tenant", document.tenant().slug())
        .param("visibility", document.visibility().name())
        .param("title", document.title())
        .param("text", document.text())
        .param("columns", document.columns().toArray(String[]::new))
        .param("lang", document.lang())
        .param("url", document.url())
        .param("topic", document.topic())
        .param("theme", document.theme())
        .param("at", document.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  void remove(Ref ref) {
    sql.sql(
            """
            update search_document
            set removed = true, title = '', text = '', columns = '{}', written_by = pg_current_xact_id()
            where kind = :kind and id = :id
            """)
        .param("kind", ref.kind())
        .param("id", ref.id())
        .update();
  }

  /**
   * Hands over every document and says up to where they are settled: whatever was written by a
   * transaction before the number returned has been seen. Rows of a restored backup carry the
   * numbers of another server, so all are read.
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public long all(Consumer<Written> reader) {
    long settled = settled();
    try (var rows =
        sql
            .sql("select * from search_document where not removed")
            .withFetchSize(FETCH)
            .query(SearchStore::written)
            .stream()) {
      rows.forEach(reader);
    }
    return settled;
  }

  /**
   * Hands over what settled transactions wrote from the number on, and returns the number to ask
   * from next.
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public long since(long number, Consumer<Written> reader) {
    long settled = settled();
    List<Written> news =
        sql.sql(
                """
                select * from search_document
                where written_by >= :from::text::xid8 and written_by < :to::text::xid8
                order by written_by
                """)
            .param("from", Long.toString(number))
            .param("to", Long.toString(settled))
            .query(SearchStore::written)
            .list();
    news.forEach(reader);
    return settled;
  }

  /** Whether there are documents the number does not cover yet. */
  public boolean isUnsettled(long number) {
    return sql.sql(
            "select exists (select 1 from search_document where written_by >= :from::text::xid8)")
        .param("from", Long.toString(number))
        .query(Boolean.class)
        .single();
  }

  private long settled() {
    return sql.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        .query(Long.class)
        .single();
  }

  private static Written written(ResultSet row, int number) throws SQLException {
    return new Written(
        new SearchDocument(
            new Ref(row.getString("kind"), row.getString("id")),
            new TenantId(row.getString("tenant")),
            SearchDocument.Visibility.valueOf(row.getString("visibility")),
            row.getString("title"),
            row.getString("text"),
            List.of((String[]) row.getArray("columns").getArray()),
            row.getString("lang"),
            row.getString("url"),
            row.getString("topic"),
            row.getString("theme"),
            row.getObject("at", OffsetDateTime.class).toInstant()),
        row.getBoolean("removed"));
  }
}

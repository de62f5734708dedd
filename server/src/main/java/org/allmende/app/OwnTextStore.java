package org.allmende.app;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the tenants' own texts. */
@Repository
class OwnTextStore {

  private static final String NEWEST =
      """
      select distinct on (topic, lang) * from app_text where tenant = :tenant %s
      order by topic, lang, version desc
      """;

  private final JdbcClient sql;

  OwnTextStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<OwnText> newest(TenantId tenant, TextTopic topic, Locale language) {
    return sql.sql(NEWEST.formatted("and topic = :topic and lang = :lang"))
        .param("tenant", tenant.slug())
        .param("topic", topic.key())
        .param("lang", language.getLanguage())
        .query(OwnTextStore::text)
        .optional();
  }

  List<OwnText> newest(TenantId tenant) {
    return sql.sql(NEWEST.formatted(""))
        .param("tenant", tenant.slug())
        .query(OwnTextStore::text)
        .list();
  }

  /** False if somebody else wrote this version. */
  boolean insert(TenantId tenant, OwnText text, @Nullable PersonId by) {
    return sql.sql(
                """
                insert into app_text (tenant, topic, lang, version, body, written_at, written_by)
                values (:tenant, :topic, :lang, :version, :body, :at, :by) on conflict do nothing
                """)
            .param("tenant", tenant.slug())
            .param("topic", text.topic().key())
            .param("lang", text.language().getLanguage())
            .param("version", text.version())
            .param("body", text.body())
            .param("at", text.writtenAt().atOffset(ZoneOffset.UTC))
            .param("by", by == null ? null : by.value())
            .update()
        == 1;
  }

  private static OwnText text(ResultSet row, int number) throws SQLException {
    return new OwnText(
        TextTopic.of(row.getString("topic")).orElseThrow(),
        Locale.forLanguageTag(row.getString("lang")),
        row.getInt("version"),
        row.getString("body"),
        row.getTimestamp("written_at").toInstant());
  }
}

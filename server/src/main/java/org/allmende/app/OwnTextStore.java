package org.allmende.app;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the own texts; those without a tenant are the installation's. */
@Repository
class OwnTextStore {

  private static final String NEWEST =
      """
      select distinct on (topic, lang) * from app_text where tenant is not distinct from :tenant %s
      order by topic, lang, version desc
      """;

  private final JdbcClient sql;

  OwnTextStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<OwnText> newest(TextOwner owner, TextTopic topic, Locale language) {
    return sql.sql(NEWEST.formatted("and topic = :topic and lang = :lang"))
        .param("tenant", slug(owner), Types.VARCHAR)
        .param("topic", topic.key())
        .param("lang", language.getLanguage())
        .query(OwnTextStore::text)
        .optional();
  }

  List<OwnText> newest(TextOwner owner) {
    return sql.sql(NEWEST.formatted(""))
        .param("tenant", slug(owner), Types.VARCHAR)
        .query(OwnTextStore::text)
        .list();
  }

  /** False if somebody else wrote this version. */
  boolean insert(TextOwner owner, OwnText text, @Nullable PersonId by) {
    return sql.sql(
                """
                insert into app_text (tenant, topic, lang, version, body, written_at, written_by)
                values (:tenant, :topic, :lang, :version, :body, :at, :by) on conflict do nothing
                """)
            .param("tenant", slug(owner), Types.VARCHAR)
            .param("topic", text.topic().key())
            .param("lang", text.language().getLanguage())
            .param("version", text.version())
            .param("body", text.body())
            .param("at", text.writtenAt().atOffset(ZoneOffset.UTC))
            .param("by", by == null ? null : by.value())
            .update()
        == 1;
  }

  private static @Nullable String slug(TextOwner owner) {
    return owner.tenant() == null ? null : owner.tenant().slug();
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

package org.allmende.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.base.db.AcrossTenants;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of hidden texts, with their words for as long as they can be restored. */
@Repository
class HiddenStore {

  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

  private final JdbcClient sql;
  private final JsonMapper json;

  HiddenStore(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /**
   * A text nobody can read now.
   *
   * @param words what it said, null once that is gone for good
   */
  record Hidden(Ref about, @Nullable Map<String, String> words, Instant at) {}

  /** Claims the text before its words are known; false if it is hidden already. */
  boolean insert(Decision decision) {
    return sql.sql(
                """
                insert into comment_hidden (about, tenant, decision, at)
                values (:about, :tenant, :decision, :at) on conflict do nothing
                """)
            .param("about", decision.about().toString())
            .param("tenant", decision.tenant().slug())
            .param("decision", decision.id())
            .param("at", decision.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void keep(Ref about, Map<String, String> words) {
    sql.sql("update comment_hidden set words = cast(? as jsonb) where about = ?")
        .params(json.writeValueAsString(words), about.toString())
        .update();
  }

  /** The hidden text of the tenant, and no longer one. */
  Optional<Hidden> take(TenantId tenant, Ref about) {
    return sql.sql("delete from comment_hidden where tenant = ? and about = ? returning *")
        .params(tenant.slug(), about.toString())
        .query(this::hidden)
        .optional();
  }

  /** A hidden text goes to the tenant, which alone can restore it from now on. */
  @AcrossTenants("from one tenant to another is the point")
  void carry(Ref about, TenantId to) {
    sql.sql("update comment_hidden set tenant = ? where about = ?")
        .params(to.slug(), about.toString())
        .update();
  }

  /** Those of the tenant that can still be restored, the newest first. */
  List<Ref> of(TenantId tenant) {
    return sql.sql(
            """
            select about from comment_hidden where tenant = ? and words is not null
            order by at desc, about
            """)
        .param(tenant.slug())
        .query((row, number) -> Ref.parse(row.getString(1)))
        .list();
  }

  /** What a hidden text said, without empty parts; nothing for one that can be read. */
  List<String> words(Ref about) {
    return sql
        .sql("select * from comment_hidden where about = ? and words is not null")
        .param(about.toString())
        .query(this::hidden)
        .list()
        .stream()
        .flatMap(text -> Stream.ofNullable(text.words()))
        .flatMap(words -> words.values().stream())
        .filter(words -> !words.isBlank())
        .distinct()
        .toList();
  }

  Set<Ref> among(Collection<Ref> about) {
    return sql
        .sql("select about from comment_hidden where about = any (?)")
        .param(about.stream().map(Ref::toString).toArray(String[]::new))
        .query((row, number) -> Ref.parse(row.getString(1)))
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  private Hidden hidden(ResultSet row, int number) throws SQLException {
    String words = row.getString("words");
    return new Hidden(
        Ref.parse(row.getString("about")),
        words == null ? null : json.readValue(words, WORDS),
        DecisionStore.instant(row, "at"));
  }
}

package org.allmende.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of steps. */
@Repository
class StepStore {

  private final JdbcClient sql;

  StepStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Adds the step; false if one of its key is there. */
  boolean add(Step step) {
    return sql.sql(
                """
                insert into wish_step (id, wish, kind, key, at, tenant, person, title, text, code, ref, url)
                values (:id, :wish, :kind, :key, :at, :tenant, :person, :title, :text, :code, :ref, :url)
                on conflict (wish, key) do nothing
                """)
            .param("id", step.id())
            .param("wish", step.wish().value())
            .param("kind", step.kind().key())
            .param("key", step.key())
            .param("at", step.at().atOffset(ZoneOffset.UTC))
            .param("tenant", step.tenant().slug())
            .param("person", step.person() == null ? null : step.person().value())
            .param("title", step.title())
            .param("text", step.text())
            .param("code", step.code() == null ? null : step.code().key())
            .param("ref", step.ref() == null ? null : step.ref().toString())
            .param("url", step.url())
            .update()
        == 1;
  }

  boolean has(WishId wish, String key) {
    return sql.sql("select exists (select 1 from wish_step where wish = ? and key = ?)")
        .params(wish.value(), key)
        .query(Boolean.class)
        .single();
  }

  Optional<Step> find(String id) {
    return sql.sql("select * from wish_step where id = ?")
        .param(id)
        .query(StepStore::step)
        .optional();
  }

  /** The steps of a wish in the order they were tied. */
  List<Step> of(WishId wish) {
    return of(List.of(wish)).getOrDefault(wish, List.of());
  }

  Map<WishId, List<Step>> of(Collection<WishId> wishes) {
    if (wishes.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql("select * from wish_step where wish in (:wishes) order by number")
        .param("wishes", wishes.stream().map(WishId::value).toList())
        .query(StepStore::step)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Step::wish));
  }

  /** The last step of each wish. */
  Map<WishId, Step> last(Collection<WishId> wishes) {
    if (wishes.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql(
            "select distinct on (wish) * from wish_step where wish in (:wishes) order by wish, number desc")
        .param("wishes", wishes.stream().map(WishId::value).toList())
        .query(StepStore::step)
        .list()
        .stream()
        .collect(Collectors.toMap(Step::wish, step -> step));
  }

  /** What steps call the thing they led to. */
  void retitle(Ref ref, String title) {
    sql.sql("update wish_step set title = ? where ref = ? and title is not null")
        .params(title, ref.toString())
        .update();
  }

  private static Step step(ResultSet row, int number) throws SQLException {
    String code = row.getString("code");
    String ref = row.getString("ref");
    return new Step(
        row.getString("id"),
        new WishId(row.getString("wish")),
        StepKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("key"),
        WishStore.instant(row, "at"),
        new TenantId(row.getString("tenant")),
        WishStore.person(row, "person"),
        row.getString("title"),
        row.getString("text"),
        code == null ? null : RefusalCode.valueOf(code.toUpperCase(Locale.ROOT)),
        ref == null ? null : Ref.parse(ref),
        row.getString("url"));
  }
}

package org.allmende.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of matches. */
@Repository
class MatchStore {

  private final JdbcClient sql;

  MatchStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Adds the match; false if the wish has that target. */
  boolean add(Match match) {
    return sql.sql(
                """
                insert into wish_match (id, wish, target, target_tenant, title, url, kind, gap, score, reasons,
                  decided_by, at)
                values (:id, :wish, :target, :tenant, :title, :url, :kind, :gap, :score, :reasons, :decidedBy, :at)
                on conflict (wish, target) do nothing
                """)
            .param("id", match.id())
            .param("wish", match.wish().value())
            .param("target", match.target().toString())
            .param("tenant", match.targetTenant().slug())
            .param("title", match.title())
            .param("url", match.url())
            .param("kind", match.kind().key())
            .param("gap", match.gap())
            .param("score", match.score())
            .param("reasons", match.reasons().toArray(String[]::new))
            .param("decidedBy", match.decidedBy() == null ? null : match.decidedBy().value())
            .param("at", match.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Map<WishId, List<Match>> of(Collection<WishId> wishes) {
    if (wishes.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql("select * from wish_match where wish in (:wishes) order by at, id")
        .param("wishes", wishes.stream().map(WishId::value).toList())
        .query(MatchStore::match)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Match::wish));
  }

  /** The wishes that each target was matched with. */
  Map<Ref, List<WishId>> wishesOf(Collection<Ref> targets) {
    if (targets.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql("select target, wish from wish_match where target in (:targets) order by at, id")
        .param("targets", targets.stream().map(Ref::toString).toList())
        .query(
            (row, number) -> Map.entry(Ref.parse(row.getString(1)), new WishId(row.getString(2))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** What matches call their target. */
  void retitle(Ref target, String title) {
    sql.sql("update wish_match set title = ? where target = ?")
        .params(title, target.toString())
        .update();
  }

  private static Match match(ResultSet row, int number) throws SQLException {
    int score = row.getInt("score");
    boolean unrated = row.wasNull();
    return new Match(
        row.getString("id"),
        new WishId(row.getString("wish")),
        Ref.parse(row.getString("target")),
        new TenantId(row.getString("target_tenant")),
        row.getString("title"),
        row.getString("url"),
        MatchKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("gap"),
        unrated ? null : score,
        List.of((String[]) row.getArray("reasons").getArray()),
        WishStore.person(row, "decided_by"),
        WishStore.instant(row, "at"));
  }
}

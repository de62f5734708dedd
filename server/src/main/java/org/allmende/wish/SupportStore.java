package org.allmende.wish;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.allmende.base.id.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of supports. */
@Repository
class SupportStore {

  private final JdbcClient sql;

  SupportStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Counts somebody in; false if the person was counted before. */
  boolean add(Support support) {
    return sql.sql(
                """
                insert into wish_support (id, wish, person, source, hat, circle, organisation, submission, at)
                values (:id, :wish, :person, :source, :hat, :circle, :organisation, :submission, :at)
                on conflict do nothing
                """)
            .param("id", Ids.next())
            .param("wish", support.wish().value())
            .param("person", support.person() == null ? null : support.person().value())
            .param("source", support.source().name().toLowerCase(java.util.Locale.ROOT))
            .param("hat", support.hat().key())
            .param("circle", support.hat().circle().key())
            .param("organisation", support.organisation())
            .param("submission", support.submission())
            .param("at", support.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** How many of each kind of stakeholder need each wish. */
  Map<WishId, Map<Circle, Integer>> circles(Collection<WishId> wishes) {
    if (wishes.isEmpty()) {
      return Map.of();
    }
    Map<WishId, Map<Circle, Integer>> counts = new HashMap<>();
    sql.sql(
            "select wish, circle, count(*) from wish_support where wish in (:wishes) group by wish, circle")
        .param("wishes", wishes.stream().map(WishId::value).toList())
        .query(row -> {
          counts
              .computeIfAbsent(new WishId(row.getString(1)), wish -> new EnumMap<>(Circle.class))
              .put(Circle.of(row.getString(2)), row.getInt(3));
        });
    return counts;
  }

  /** Moves everybody to the equal wish; who was counted there already is not counted twice. */
  void moveAll(WishId from, WishId to) {
    sql.sql(
            """
            insert into wish_support (id, wish, person, source, hat, circle, organisation, submission, at)
            select s.id || '-' || left(:to, 6), :to, s.person, 'support', s.hat, s.circle, s.organisation,
              coalesce(s.submission, s.id), s.at
            from wish_support s where s.wish = :from
            on conflict do nothing
            """)
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }
}

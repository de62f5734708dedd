package org.allmende.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what ties commitments to wishes and datasets. */
@Repository
class PromiseStore {

  private final JdbcClient sql;

  PromiseStore(JdbcClient sql) {
    this.sql = sql;
  }

  void add(Promise promise) {
    sql.sql(
            """
            insert into wish_commitment (commitment, wish, department, due_on, at) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(
            promise.commitment(),
            promise.wish().value(),
            promise.department(),
            promise.dueOn(),
            promise.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  void reschedule(String commitment, LocalDate dueOn) {
    sql.sql("update wish_commitment set due_on = ? where commitment = ?")
        .params(dueOn, commitment)
        .update();
  }

  void keepIn(String commitment, String dataset) {
    sql.sql("update wish_commitment set dataset = ? where commitment = ?")
        .params(dataset, commitment)
        .update();
  }

  Optional<Promise> find(String commitment) {
    return sql.sql("select * from wish_commitment where commitment = ?")
        .param(commitment)
        .query(PromiseStore::promise)
        .optional();
  }

  /** The promises that are kept in the datasets. */
  List<Promise> keptIn(Collection<String> datasets) {
    if (datasets.isEmpty()) {
      return List.of();
    }
    return sql.sql("select * from wish_commitment where dataset in (:datasets) order by at")
        .param("datasets", List.copyOf(datasets))
        .query(PromiseStore::promise)
        .list();
  }

  /** The latest promise of each wish. */
  Map<WishId, Promise> latest(Collection<WishId> wishes) {
    if (wishes.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql(
            "select distinct on (wish) * from wish_commitment where wish in (:wishes) order by wish, at desc")
        .param("wishes", wishes.stream().map(WishId::value).toList())
        .query(PromiseStore::promise)
        .list()
        .stream()
        .collect(Collectors.toMap(Promise::wish, promise -> promise));
  }

  private static Promise promise(ResultSet row, int number) throws SQLException {
    return new Promise(
        row.getString("commitment"),
        new WishId(row.getString("wish")),
        row.getString("department"),
        row.getObject("due_on", LocalDate.class),
        row.getString("dataset"),
        WishStore.instant(row, "at"));
  }
}

package org.allmende.wall;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fingerprint of the rows of each table that have to do with a town. */
record Rows(Map<String, String> byTable) {

  /** What the program does by itself: queues, its index, counts of attempts. */
  private static final Set<String> OWN_DOINGS = Set.of("scheduled_tasks", "flyway_schema_history");

  private static final Duration QUIET = Duration.ofMillis(1_500);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The town's rows once nothing in them changes any more. */
  static Rows of(Town town, JdbcClient sql) {
    var seen = new HashMap<String, Rows>();
    return await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(QUIET)
        .until(
            () -> {
              Rows now = read(town, sql);
              return now.equals(seen.put("last", now)) ? now : new Rows(Map.of());
            },
            rows -> !rows.byTable.isEmpty());
  }

  private static Rows read(Town town, JdbcClient sql) {
    List<String> tables =
        sql.sql(
                """
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'
                """)
            .query(String.class)
            .list();
    String needles = String.join("|", town.needles());
    Map<String, String> prints = new TreeMap<>();
    for (String table : tables) {
      if (!OWN_DOINGS.contains(table)) {
        prints.put(table, fingerprint(table, needles, sql));
      }
    }
    return new Rows(prints);
  }

  private static String fingerprint(String table, String needles, JdbcClient sql) {
    return sql.sql(
            """
            select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text collate "C")), '')
            from %s t where t::text ~ ?
            """
                .formatted(table))
        .param(needles)
        .query(String.class)
        .single();
  }

  /** Whether the word stands in any row of any table. */
  static boolean contain(String word, JdbcClient sql) {
    return sql
        .sql(
            """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'
            """)
        .query(String.class)
        .list()
        .stream()
        .anyMatch(table ->
            sql.sql("select exists (select 1 from " + table + " t where t::text like ?)")
                .param("%" + word + "%")
                .query(Boolean.class)
                .single());
  }
}

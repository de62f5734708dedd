package org.allmende.catalog;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.allmende.base.id.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the topics people chose. */
@Repository
class TopicChoiceStore {

  private final JdbcClient sql;
  private final Clock clock;

  TopicChoiceStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void add(TenantId tenant, TopicId topic, String words) {
    sql.sql(
            """
            insert into catalog_topic_choice (tenant, topic, words, at) values (:tenant, :topic, :words, :at)
            on conflict (tenant, topic, words) do nothing
            """)
        .param("tenant", tenant.slug())
        .param("topic", topic.slug())
        .param("words", words)
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /**
   * Another number whenever one of the latest choices came or went; the highest one would not tell
   * of a choice that another node began earlier and committed later.
   */
  long mark(int count) {
    return sql.sql(
            """
            select coalesce(sum(number), 0)::bigint
            from (select number from catalog_topic_choice order by number desc limit ?) as latest
            """)
        .param(count)
        .query(Long.class)
        .single();
  }

  /** The latest choices, as many as asked for. */
  List<LearnedChoices.Choice> latest(int count) {
    return sql.sql(
            "select tenant, words, topic from catalog_topic_choice order by number desc limit ?")
        .param(count)
        .query((row, number) ->
            new LearnedChoices.Choice(
                new TenantId(row.getString("tenant")),
                row.getString("words"),
                new TopicId(row.getString("topic"))))
        .list();
  }
}

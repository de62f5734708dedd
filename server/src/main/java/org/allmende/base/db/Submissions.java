package org.allmende.base.db;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes creating requests exactly-once: a form sent twice creates one thing. */
@Component
public class Submissions {
  private final JdbcClient jdbc;
  private final Clock clock;

  Submissions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Creates the thing unless the same submission did already, and returns its id either way. A twin
   * that arrives meanwhile waits for the first to commit. Must be called in the transaction that
   * creates; without a key every call creates.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String once(String scope, @Nullable String key, Supplier<String> create) {
    if (key == null || key.isBlank()) {
      return create.get();
    }
    if (!claim(scope, key)) {
      return resultOf(scope, key);
    }
    String result = create.get();
    jdbc.sql("update base_submission set result = ? where scope = ? and key = ?")
        .params(result, scope, key)
        .update();
    return result;
  }

  /** The primary key makes a concurrent twin wait here until the first one is decided. */
  private boolean claim(String scope, String key) {
    return jdbc.sql(
                """
                insert into base_submission (scope, key, at) values (?, ?, ?)
                on conflict do nothing\
                """)
            .params(scope, key, Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  private String resultOf(String scope, String key) {
    return jdbc.sql("select result from base_submission where scope = ? and key = ?")
        .params(scope, key)
        .query(String.class)
        .single();
  }
}

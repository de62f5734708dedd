package org.allmende.base.db;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes creating requests exactly-once: a form sent twice creates one thing. */
@Component
public class Submissions {
  /** A key that knows what it came with: {@code id.content}, the latter a digest. */
  private static final Pattern WITH_CONTENT = Pattern.compile("(.+)\\.([\\w-]{22})");

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
   *
   * @throws SubmissionReused if the key came before with other content
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String once(String scope, @Nullable String key, Supplier<String> create) {
    if (key == null || key.isBlank()) {
      return create.get();
    }
    String id = id(key);
    String content = content(key);
    if (!claim(scope, id, content)) {
      return resultOf(scope, id, content);
    }
    String result = create.get();
    jdbc.sql("update base_submission set result = ? where scope = ? and key = ?")
        .params(result, scope, id)
        .update();
    return result;
  }

  /** Whether the submission came before and was carried out. */
  public boolean isKnown(String scope, @Nullable String key) {
    return key != null
        && jdbc.sql("select exists (select 1 from base_submission where scope = ? and key = ?)")
            .params(scope, id(key))
            .query(Boolean.class)
            .single();
  }

  /** What stays the same when a submission is repeated with other content. */
  public static String id(String key) {
    Matcher parts = WITH_CONTENT.matcher(key);
    return parts.matches() ? parts.group(1) : key;
  }

  private static @Nullable String content(String key) {
    Matcher parts = WITH_CONTENT.matcher(key);
    return parts.matches() ? parts.group(2) : null;
  }

  /** The primary key makes a concurrent twin wait here until the first one is decided. */
  private boolean claim(String scope, String id, @Nullable String content) {
    return jdbc.sql(
                """
                insert into base_submission (scope, key, content, at)
                values (:scope, :key, :content, :at) on conflict do nothing
                """)
            .param("scope", scope)
            .param("key", id)
            .param("content", content)
            .param("at", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  private String resultOf(String scope, String id, @Nullable String content) {
    Made made =
        jdbc.sql("select result, content from base_submission where scope = ? and key = ?")
            .params(scope, id)
            .query(Made.class)
            .single();
    if (content != null && made.content() != null && !content.equals(made.content())) {
      throw new SubmissionReused(scope);
    }
    return made.result();
  }

  private record Made(String result, @Nullable String content) {}
}

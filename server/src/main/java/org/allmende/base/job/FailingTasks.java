package org.allmende.base.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tasks that failed when they ran last, for the operator to look at and to start at once. */
@Component
public class FailingTasks {
  private final JdbcClient jdbc;
  private final Jobs jobs;

  FailingTasks(JdbcClient jdbc, Jobs jobs) {
    this.jdbc = jdbc;
    this.jobs = jobs;
  }

  /** Those that failed most recently, the newest first. */
  @Transactional(readOnly = true)
  public List<Failing> latest(int atMost) {
    return jdbc.sql(
            """
            select task_name, task_instance, consecutive_failures, last_error, last_failure, execution_time
            from base_task where consecutive_failures > 0
            order by last_failure desc, task_name, task_instance limit ?\
            """)
        .param(atMost)
        .query((row, _) ->
            new Failing(
                row.getString("task_name"),
                row.getString("task_instance"),
                row.getInt("consecutive_failures"),
                row.getString("last_error"),
                row.getTimestamp("last_failure").toInstant(),
                row.getTimestamp("execution_time").toInstant()))
        .list();
  }

  /** Makes the task due now; false when it succeeded meanwhile or is just running. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean tryAgain(String task, String instance) {
    boolean found =
        jdbc.sql(
                    """
                    update base_task set execution_time = now(), version = version + 1
                    where task_name = ? and task_instance = ? and consecutive_failures > 0
                      and not picked\
                    """)
                .params(task, instance)
                .update()
            == 1;
    jobs.wakeAfterCommit();
    return found;
  }

  /**
   * One task that did not succeed.
   *
   * @param error of which kind and where; null when the node that ran it disappeared
   * @param next when it is tried again by itself
   */
  public record Failing(
      String task,
      String instance,
      int failures,
      @Nullable String error,
      Instant at,
      Instant next) {}
}

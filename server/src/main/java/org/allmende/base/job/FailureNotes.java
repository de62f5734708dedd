package org.allmende.base.job;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.allmende.base.privacy.Wordless;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes beside a task why it failed, for the operator to read. */
final class FailureNotes extends AbstractSchedulerListener {
  private final JdbcClient jdbc;

  FailureNotes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void onExecutionComplete(ExecutionComplete complete) {
    TaskInstance<?> task = complete.getExecution().taskInstance;
    complete
        .getCause()
        .ifPresent(cause ->
            jdbc.sql(
                    "update base_task set last_error = ? where task_name = ? and task_instance = ?")
                .params(Wordless.line(cause), task.getTaskName(), task.getId())
                .update());
  }
}

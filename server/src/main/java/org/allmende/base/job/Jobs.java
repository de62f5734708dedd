package org.allmende.base.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.allmende.base.id.Ids;
import org.allmende.base.privacy.Wordless;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one durable queue. What is added within a transaction exists exactly if it commits; what a
 * killed node had begun, another or the next one takes over.
 */
@Component
public class Jobs implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Jobs.class);
  private static final String TABLE = "base_task";
  private static final int THREADS = 4;

  private final DataSource dataSource;
  private final SchedulerClient client;
  private final ObjectProvider<RecurringJob> recurring;
  private final ObjectProvider<DurableTasks> durable;
  private final Set<String> hurried = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Scheduler scheduler;

  Jobs(
      DataSource dataSource,
      ObjectProvider<RecurringJob> recurring,
      ObjectProvider<DurableTasks> durable) {
    this.dataSource = dataSource;
    this.recurring = recurring;
    this.durable = durable;
    this.client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
            .tableName(TABLE)
            .serializer(new TextSerializer())
            .build();
  }

  /** Adds a task to the caller's transaction; it is due as soon as that commits. */
  public void add(String task, String id, String content) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A task is added in the transaction of its cause: " + task);
    }
    // Always the real time, however the clock of the cause is shifted.
    client.scheduleIfNotExists(
        new TaskInstance.Builder<String>(task, id).data(content).build(), Instant.now());
    wakeAfterCommit();
  }

  /** Looks for what is due as soon as the current transaction has committed. */
  void wakeAfterCommit() {
    afterCommit(this::wake);
  }

  /** Runs a recurring job as soon as the current transaction has committed, not only when due. */
  public void soon(String recurringJob) {
    afterCommit(() -> {
      if (hurried.add(recurringJob)) {
        // Elsewhere, because this thread still holds the connection of its transaction.
        Thread.startVirtualThread(() -> hurry(recurringJob));
      }
    });
  }

  private void hurry(String recurringJob) {
    hurried.remove(recurringJob);
    Scheduler running = scheduler;
    if (running == null) {
      return;
    }
    try {
      running.reschedule(TaskInstanceId.of(recurringJob, RecurringTask.INSTANCE), Instant.now());
      running.triggerCheckForDueExecutions();
    } catch (RuntimeException e) {
      // It runs already, or another node was faster: its next turn does the rest.
      log.debug("{} takes its usual turn", recurringJob, e);
    }
  }

  /**
   * Waits until all that was added is done, given up or put off until later; begins to work on it
   * if that has not begun.
   *
   * @return false if something is still being worked on after that time
   */
  public boolean settle(Duration longest) {
    start();
    JdbcClient sql = JdbcClient.create(dataSource);
    Instant end = Instant.now().plus(longest);
    while (isWorking(sql)) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(4).toNanos());
    }
    return true;
  }

  private static boolean isWorking(JdbcClient sql) {
    return sql.sql(
            """
            select exists (select 1 from base_task
              where task_instance <> :recurring and (picked or execution_time <= now()))
            """)
        .param("recurring", RecurringTask.INSTANCE)
        .query(Boolean.class)
        .single();
  }

  private static void afterCommit(Runnable action) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      action.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            action.run();
          }
        });
  }

  private void wake() {
    Scheduler running = scheduler;
    if (running != null) {
      running.triggerCheckForDueExecutions();
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void onReady() {
    start();
  }

  @Override
  public boolean isAutoStartup() {
    return false;
  }

  @Override
  public synchronized void start() {
    if (scheduler != null) {
      return;
    }
    List<Task<?>> tasks = new ArrayList<>();
    durable.forEach(more -> tasks.addAll(more.tasks().get()));
    Scheduler fresh =
        Scheduler.create(dataSource, tasks)
            .startTasks(recurring.stream().map(Jobs::task).toList())
            .tableName(TABLE)
            .serializer(new TextSerializer())
            .schedulerName(new SchedulerName.Fixed(node()))
            .threads(THREADS)
            .pollUsingLockAndFetch(0.5, 1.0)
            .pollingInterval(Duration.ofSeconds(2))
            .enableImmediateExecution()
            .heartbeatInterval(Duration.ofSeconds(5))
            .missedHeartbeatsLimit(4)
            .addSchedulerListener(new FailureNotes(JdbcClient.create(dataSource)))
            // Whoever runs a task logs its failure, without the words of the message.
            .failureLogging(LogLevel.OFF, false)
            .deleteUnresolvedAfter(Duration.ofDays(365))
            .shutdownMaxWait(Duration.ofSeconds(3))
            .build();
    fresh.start();
    scheduler = fresh;
  }

  /** Says to the operator who works on a task: process, computer, and this very start. */
  private static String node() {
    return ManagementFactory.getRuntimeMXBean().getName() + "/" + Ids.next();
  }

  private static RecurringTask<Void> task(RecurringJob job) {
    return Tasks.recurring(job.name(), job.schedule())
        .execute((_, _) -> {
          try {
            job.body().run();
          } catch (Exception e) {
            log.warn("The job {} failed", job.name(), Wordless.of(e));
            throw new IllegalStateException("The job " + job.name() + " failed.", e);
          } catch (Error e) {
            log.error("The job {} failed", job.name(), Wordless.of(e));
            throw e;
          }
        });
  }

  @Override
  public synchronized void stop() {
    Scheduler running = scheduler;
    scheduler = null;
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public boolean isRunning() {
    return scheduler != null;
  }
}

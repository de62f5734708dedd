package org.allmende.base.event;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.allmende.base.id.Ids;
import org.allmende.base.job.DurableTasks;
import org.allmende.base.job.Jobs;
import org.allmende.base.privacy.Wordless;
import org.allmende.base.time.ShiftedClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Tells the modules above what has happened: every handler gets a durable task, written in the
 * transaction in which it happened.
 */
@Component
public class Events {

  private static final Logger log = LoggerFactory.getLogger(Events.class);
  private final Jobs jobs;
  private final ObjectProvider<EventHandler<?>> handlers;
  private final GivenUpEvents givenUp;

  Events(Jobs jobs, ObjectProvider<EventHandler<?>> handlers, GivenUpEvents givenUp) {
    this.jobs = jobs;
    this.handlers = handlers;
    this.givenUp = givenUp;
  }

  /** Must be called in the transaction in which the event happens. */
  public void publish(Event event) {
    String id = Ids.next();
    String content = Occurrence.of(event, ShiftedClock.shift().orElse(null)).text();
    handlers.stream()
        .filter(handler -> handler.type().equals(event.getClass()))
        .forEach(handler -> jobs.add(handler.name(), id, content));
  }

  @Bean
  static DurableTasks eventTasks(
      ObjectProvider<EventHandler<?>> handlers, ObjectProvider<Events> events) {
    return new DurableTasks(
        () -> handlers.stream().<Task<String>>map(events.getObject()::task).toList());
  }

  private <E extends Event> Task<String> task(EventHandler<E> handler) {
    return Tasks.custom(handler.name(), String.class)
        .onFailure(this::tryAgainOrGiveUp)
        .execute((instance, _) -> {
          handle(handler, Occurrence.read(instance.getData()));
          return (_, operations) -> operations.stop();
        });
  }

  private static <E extends Event> void handle(EventHandler<E> handler, Occurrence occurrence) {
    E event = occurrence.as(handler.type());
    Optional.ofNullable(occurrence.at())
        .ifPresentOrElse(
            at -> ShiftedClock.at(at, () -> run(handler, event)), () -> run(handler, event));
  }

  private static <E extends Event> void run(EventHandler<E> handler, E event) {
    try {
      handler.body().handle(event);
    } catch (RuntimeException e) {
      log.warn("The handler {} failed", handler.name(), Wordless.of(e));
      throw e;
    } catch (Exception e) {
      log.warn("The handler {} failed", handler.name(), Wordless.of(e));
      throw new IllegalStateException("The handler " + handler.name() + " failed.", e);
    } catch (Error e) {
      log.error("The handler {} failed", handler.name(), Wordless.of(e));
      throw e;
    }
  }

  private void tryAgainOrGiveUp(
      ExecutionComplete complete, ExecutionOperations<String> operations) {
    Execution execution = complete.getExecution();
    int failures = execution.consecutiveFailures + 1;
    Optional<Duration> pause = Pauses.after(failures);
    if (pause.isPresent()) {
      operations.reschedule(complete, Instant.now().plus(pause.get()));
      return;
    }
    // First the row, then the removal: a crash between them leaves both, never none.
    givenUp.record(
        execution.getTaskName(),
        execution.getId(),
        (String) execution.taskInstance.getData(),
        failures,
        complete.getCause());
    operations.stop();
  }
}

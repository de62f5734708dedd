package org.allmende.base.job;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Work done again and again, on one node at a time; declared as a bean. A failed run is logged and
 * the next one comes as planned.
 */
public final class RecurringJob {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final String name;
  private final Schedule schedule;
  private final Body body;

  private RecurringJob(String name, Schedule schedule, Body body) {
    this.name = name;
    this.schedule = schedule;
    this.body = body;
  }

  /** Runs after every pause of that length. */
  public static RecurringJob every(Duration pause, String name, Body body) {
    return new RecurringJob(name, Schedules.fixedDelay(pause), body);
  }

  /** Runs once a day at that time in Berlin. */
  public static RecurringJob daily(LocalTime time, String name, Body body) {
    return new RecurringJob(name, Schedules.daily(BERLIN, time), body);
  }

  String name() {
    return name;
  }

  Schedule schedule() {
    return schedule;
  }

  Body body() {
    return body;
  }

  /** What is done each time. */
  @FunctionalInterface
  public interface Body {
    void run() throws Exception;
  }
}

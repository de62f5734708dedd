package org.allmende.base.event;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes every run of two handlers of {@link Happened}; the second can be made to fail. */
@Component
class HappenedLog {
  final List<Run> runs = new CopyOnWriteArrayList<>();
  final Set<String> failing = ConcurrentHashMap.newKeySet();

  private final JdbcClient jdbc;
  private final Clock clock;

  HappenedLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Bean
  EventHandler<Happened> first() {
    return EventHandler.on("test.first", Happened.class, event -> note("test.first", event));
  }

  @Bean
  EventHandler<Happened> second() {
    return EventHandler.on("test.second", Happened.class, this::effectThenPerhapsFail);
  }

  private void effectThenPerhapsFail(Happened event) {
    // Before the run shows: whoever sees it may end the failing.
    boolean fails = failing.contains(event.what().id());
    note("test.second", event);
    jdbc.sql(
            """
            insert into base_submission (scope, key, at) values ('test.effect', ?, now())
            on conflict do nothing\
            """)
        .param(event.what().id())
        .update();
    if (fails) {
      throw new IllegalStateException("made to fail");
    }
  }

  private void note(String handler, Happened event) {
    runs.add(new Run(handler, event, clock.instant(), Thread.currentThread().getName()));
  }

  List<Run> of(Happened event) {
    return runs.stream().filter(run -> run.event().equals(event)).toList();
  }

  record Run(String handler, Happened event, Instant at, String thread) {}
}

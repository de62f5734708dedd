package org.allmende.base.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.allmende.AllmendeTest;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.time.ShiftedClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AllmendeTest
class EventsTest {
  private static final Duration SOON = Duration.ofSeconds(2);

  @Autowired Events events;
  @Autowired GivenUpEvents givenUp;
  @Autowired HappenedLog log;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  @Test
  void reachesEveryHandlerOnceRightAfterTheCommit() throws InterruptedException {
    Happened event = event();
    transaction.executeWithoutResult(_ -> {
      events.publish(event);
      assertThat(waiting(event)).isEqualTo(2);
      assertThat(log.of(event)).isEmpty();
    });
    await(SOON, () -> log.of(event).size() == 2);
    assertThat(log.of(event))
        .extracting(HappenedLog.Run::handler)
        .containsExactlyInAnyOrder("test.first", "test.second");
    await(SOON, () -> waiting(event) == 0);
  }

  @Test
  void didNotHappenWhenRolledBack() throws InterruptedException {
    Happened event = event();
    transaction.executeWithoutResult(status -> {
      events.publish(event);
      status.setRollbackOnly();
    });
    assertThat(waiting(event)).isZero();
    Thread.sleep(500);
    assertThat(log.of(event)).isEmpty();
  }

  @Test
  void isRefusedOutsideATransaction() {
    assertThatThrownBy(() -> events.publish(event())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void carriesTheInstantOfItsPublisher() throws InterruptedException {
    Happened event = event();
    Instant past = Instant.parse("2026-03-01T09:00:00Z");
    ShiftedClock.at(past, () -> publish(event));
    await(SOON, () -> log.of(event).size() == 2);
    assertThat(log.of(event)).extracting(HappenedLog.Run::at).containsExactly(past, past);
  }

  @Test
  void isTriedAgainAndHasItsEffectOnce() throws InterruptedException {
    Happened event = event();
    log.failing.add(event.what().id());
    publish(event);
    await(SOON, () -> log.of(event).size() == 2);
    log.failing.clear();
    await(Duration.ofSeconds(12), () -> log.of(event).size() == 3);
    assertThat(
            jdbc.sql("select count(*) from base_submission where scope = 'test.effect' and key = ?")
                .param(event.what().id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    await(SOON, () -> waiting(event) == 0);
  }

  @Test
  void isListedWhenGivenUpAndCanBeStartedAgain() throws InterruptedException {
    Happened event = event();
    log.failing.add(event.what().id());
    publish(event);
    await(SOON, () -> log.of(event).size() == 2 && waiting(event) == 1);
    Thread.sleep(200);
    assertThat(
            jdbc.sql(
                    """
                    update base_task set consecutive_failures = 7, execution_time = now()
                    where task_name = 'test.second' and position(:id in convert_from(task_data, 'UTF8')) > 0
                      and not picked\
                    """)
                .param("id", event.what().id())
                .update())
        .isEqualTo(1);
    await(Duration.ofSeconds(5), () -> waiting(event) == 0);

    List<GivenUpEvents.GivenUp> listed =
        givenUp.latest(100).stream().filter(row -> row.handler().equals("test.second")).toList();
    assertThat(listed)
        .extracting("eventType", "failures")
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Happened", 8));
    assertThat(listed.getFirst().error())
        .matches("java\\.lang\\.IllegalStateException at HappenedLog\\.java:\\d+");

    log.failing.clear();
    int before = log.of(event).size();
    assertThat(givenUp.tryAgain("test.second", listed.getFirst().eventId())).isTrue();
    assertThat(givenUp.tryAgain("test.second", listed.getFirst().eventId())).isFalse();
    await(SOON, () -> log.of(event).size() == before + 1 && waiting(event) == 0);
  }

  @Test
  void isTakenOverFromANodeThatDied() throws InterruptedException {
    Happened event = event();
    transaction.executeWithoutResult(_ -> {
      events.publish(event);
      jdbc.sql(
              """
              update base_task set picked = true, picked_by = 'killed',
                last_heartbeat = now() - interval '1 minute'
              where position(:id in convert_from(task_data, 'UTF8')) > 0\
              """)
          .param("id", event.what().id())
          .update();
    });
    await(Duration.ofSeconds(20), () -> log.of(event).size() == 2 && waiting(event) == 0);
  }

  private static Happened event() {
    return new Happened(new TenantId("moers"), new Ref("wish", Ids.next()), 3);
  }

  private void publish(Happened event) {
    transaction.executeWithoutResult(_ -> events.publish(event));
  }

  private int waiting(Happened event) {
    return jdbc.sql(
            """
            select count(*) from base_task
            where task_data is not null and position(? in convert_from(task_data, 'UTF8')) > 0\
            """)
        .param(event.what().id())
        .query(Integer.class)
        .single();
  }

  private static void await(Duration limit, BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(limit);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waited long enough").isBefore(end);
      Thread.sleep(20);
    }
  }
}

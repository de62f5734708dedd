package org.allmende.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.base.id.Ids;
import org.allmende.people.HashedPassword;
import org.allmende.people.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AllmendeTest
class WatchPagesTest {
  private static final String PAGE = "/operator/watch";
  private static final String PASSWORD = "ein langes Passwort";
  private static final String REASON = "java.lang.IllegalStateException at Knots.java:41";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired People people;
  @Autowired TransactionTemplate transaction;

  private final String id = Ids.next();
  private Caller operator;

  @BeforeEach
  void logIn() {
    String address = id + "@watch.example";
    HashedPassword password = people.hashed(PASSWORD);
    transaction.executeWithoutResult(
        _ -> people.makeOperator(people.account(address, "Betrieb", password)));
    operator = Caller.at(port);
    operator.submit("/login", "/login", Map.of("email", address, "password", PASSWORD));
  }

  /** No handler knows the task, so that it would wait for one for ever. */
  @AfterEach
  void leaveNoWork() {
    jdbc.sql("delete from base_task where task_name = 'test.none'").update();
  }

  @Test
  void aGivenUpEventIsShownAndQueuedAgain() {
    jdbc.sql(
            """
            insert into base_event_given_up (handler, event_id, occurrence, failures, error, at)
            values ('test.none', ?, '{"type": "Happened"}', 8, ?, now())\
            """)
        .params(id, REASON)
        .update();
    assertThat(operator.get(PAGE).body()).contains("Ereignis Happened " + id, "8 Versuche", REASON);

    retry("/events/test.none:" + id, "Das wird jetzt noch einmal versucht.");
    assertThat(operator.get(PAGE).body()).doesNotContain(id);
    assertThat(due()).isTrue();
    retry("/events/test.none:" + id, "Das ist inzwischen erledigt");
    assertThat(
            jdbc.sql("select count(*) from base_audit where action = 'watch.retry' and ref = ?")
                .param("event:test.none:" + id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aFailingTaskIsShownAndDueAtOnce() {
    jdbc.sql(
            """
            insert into base_task (task_name, task_instance, execution_time, picked, last_failure,
              consecutive_failures, version, last_error)
            values ('test.none', ?, now() + interval '1 hour', false, now(), 3, 1, ?)\
            """)
        .params(id, REASON)
        .update();
    assertThat(operator.get(PAGE).body()).contains("Aufgabe " + id, "3 Versuche", REASON);
    assertThat(due()).isFalse();

    retry("/tasks/test.none:" + id, "Das wird jetzt noch einmal versucht.");
    assertThat(due()).isTrue();
  }

  @Test
  void aRefusedMailIsShownWithoutItsReaderAndQueuedAgain() {
    jdbc.sql(
            """
            insert into base_mail (id, message_id, recipient, subject, text, locale, queued_at,
              attempts, last_error)
            values (:id, :id, 'nina@klinik.example', 'Ihr Wunsch', 'Guten Tag', 'de', now(), 9,
              'refused: SendFailedException')\
            """)
        .param("id", id)
        .update();
    String page = operator.get(PAGE).body();
    assertThat(page)
        .contains("Mail an eine Adresse bei klinik.example", id, "SendFailedException")
        .contains("Wird nicht mehr von selbst versucht")
        .doesNotContain("nina", "Ihr Wunsch", "Guten Tag");

    retry("/mails/" + id, "Das wird jetzt noch einmal versucht.");
    assertThat(
            jdbc.sql("select attempts = 0 and next_attempt <= now() from base_mail where id = ?")
                .param(id)
                .query(Boolean.class)
                .single())
        .isTrue();
    retry("/mails/" + id, "Das ist inzwischen erledigt oder gerade in Arbeit.");
  }

  private void retry(String what, String saying) {
    assertThat(operator.submit(PAGE, PAGE + what + "/retries", Map.of()).status()).isEqualTo(303);
    assertThat(operator.get(PAGE).body()).contains(saying);
  }

  private boolean due() {
    return jdbc.sql(
            """
            select execution_time <= now() from base_task
            where task_name = 'test.none' and task_instance = ?\
            """)
        .param(id)
        .query(Boolean.class)
        .single();
  }
}

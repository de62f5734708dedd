package org.allmende.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.allmende.AllmendeTest;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.job.Jobs;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Signer;
import org.allmende.base.web.Viewer;
import org.allmende.people.Addresses;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AllmendeTest
class TellingTest {
  @Autowired Telling telling;
  @Autowired Addresses addresses;
  @Autowired Signer signer;
  @Autowired MailBox box;
  @Autowired Jobs jobs;
  @Autowired Tenants tenants;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient sql;

  private final String email = Ids.next().toLowerCase(Locale.ROOT) + "@buergerin.example";

  @Test
  void whoConfirmsWhileAStepIsToldIsToldOfItToo() throws Exception {
    PersonId person = addresses.addressed(email, Locale.GERMAN);
    String token = signer.sign("confirm", person + " " + email);
    Thread confirming =
        new Thread(() -> {
          addresses.confirm(person, token);
          jobs.settle(Duration.ofMinutes(1));
        });
    Step step = step();

    transaction.executeWithoutResult(_ -> {
      telling.tell(step, person);
      confirming.start();
      awaitEndOrLock(confirming);
    });
    confirming.join();

    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();
    assertThat(box.to(email)).extracting("subject").contains("Zugesagt");
  }

  /** Either it got through meanwhile, or it waits for what this transaction holds. */
  private void awaitEndOrLock(Thread confirming) {
    while (confirming.isAlive()
        && sql.sql("select count(*) from pg_locks where not granted").query(Integer.class).single()
            == 0) {
      Thread.onSpinWait();
    }
  }

  private Step step() {
    String slug = "stadt-" + Ids.next().toLowerCase(Locale.ROOT);
    tenants.create(
        new Tenant(
            new TenantId(slug), "Stadt", Tenant.Kind.MUNICIPALITY, "#1b5e57", null, null, null),
        Viewer.system());
    return new Step(
        new TenantId(slug),
        new Ref("wish", Ids.next()),
        "step:1",
        "/" + slug + "/wishes/1",
        _ ->
            new NoticeText(
                "Zugesagt", "Die Daten sind zugesagt.", List.of(), "Ansehen", List.of()));
  }
}

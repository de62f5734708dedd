package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.job.Jobs;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Role;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever people write, and whatever fails, the log names neither them nor their words nor keys.
 */
@AllmendeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class LogTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired MailBox mails;
  @Autowired Jobs jobs;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  private final String word = "tagpfauenauge" + Ids.next().toLowerCase(Locale.ROOT);
  private Town town;

  @BeforeAll
  void build() {
    town = new Town(port, tenants, people, tokens, mails).fill();
  }

  /** Every address, with the word in every field, in the address, in headers and as broken JSON. */
  @Test
  void nothingThatIsSentIsLogged(CapturedOutput output) {
    List<Caller> senders =
        List.of(Caller.at(port), town.of(Role.STEWARD), town.of(Role.FACILITATOR));
    for (Route route : Routes.ALL) {
      String path = path(route);
      for (Caller sender : senders) {
        send(sender, route, path);
      }
    }
    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();
    assertThat(output.getAll()).doesNotContain(word, town.marker);
    for (String kind : List.of("links", "password")) {
      assertThat(town.all(kind)).isNotEmpty();
      town.all(kind).forEach(link -> assertThat(output.getAll()).doesNotContain(link.id()));
    }
  }

  private String path(Route route) {
    return route
        .pattern()
        .replace("{tenant}", town.tenant.slug())
        .replaceAll("\\{\\w+}", word)
        .concat("?q=" + word);
  }

  private void send(Caller sender, Route route, String path) {
    if (!route.writes()) {
      sender.get(path);
      return;
    }
    sender.json(route.method(), path, "{\"text\": \"" + word);
    sender.json(route.method(), path, json(route));
  }

  private String json(Route route) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : route.fields().split("&")) {
      fields.put(field.split("=")[0], word);
    }
    fields.put("contact", word + "@buerger.example");
    StringBuilder json = new StringBuilder("{");
    fields.forEach((name, value) ->
        json.append(json.length() > 1 ? ", " : "").append("\"%s\": \"%s\"".formatted(name, value)));
    return json.append("}").toString();
  }

  /** The database refuses a row and says why with its words, in a request and in a handler. */
  @Test
  void nothingOfWhatFailsIsLogged(CapturedOutput output) {
    String address = word + "@buerger.example";
    failing(
        "wish_wish",
        "need",
        () -> {
          Answer failed = state(address);
          assertThat(failed.status()).isEqualTo(500);
          assertThat(failed.body()).doesNotContain(word);
          await().atMost(PATIENCE).until(() -> output.getAll().contains("/wishes failed"));
        });
    failing(
        "notify_notice",
        "content::text",
        () -> {
          Answer stated = state(address);
          town.of(Role.STEWARD).post(town.api("/wishes/" + stated.text("id") + "/listing"), "{}");
          await().atMost(PATIENCE).until(() -> output.getAll().contains("wish.tellSteps failed"));
        });
    assertThat(jobs.settle(Duration.ofMinutes(1))).isTrue();
    assertThat(output.getAll()).doesNotContain(word);
  }

  private Answer state(String address) {
    return Caller.at(port)
        .post(
            town.api("/wishes"),
            "{\"need\": \"%s\", \"contact\": \"%s\"}".formatted(word, address));
  }

  private void failing(String table, String column, Runnable meanwhile) {
    sql.sql(
            """
            create function log_test() returns trigger language plpgsql as
            $$ begin raise exception 'no %%', new.%s; end $$
            """
                .formatted(column))
        .update();
    sql.sql(
            "create trigger log_test before insert on %s for each row when (new.tenant = '%s') execute function log_test()"
                .formatted(table, town.tenant.slug()))
        .update();
    try {
      meanwhile.run();
    } finally {
      sql.sql("drop function log_test cascade").update();
    }
  }
}

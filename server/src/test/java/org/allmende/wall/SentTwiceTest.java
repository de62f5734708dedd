package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Role;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Whatever was sent twice with the same key is there once. */
@AllmendeTest
class SentTwiceTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired MailBox mails;
  @LocalServerPort int port;

  private Town town;

  @BeforeEach
  void build() {
    town = new Town(port, tenants, people, tokens, mails);
    town.datasets.fill();
  }

  @Test
  void whatIsSentTwiceIsThereOnce() {
    Town other = new Town(port, tenants, people, tokens, mails);
    Thing dataset = Town.parent(town.all("uses").getFirst());
    Map<String, Caller> creating = new LinkedHashMap<>();
    creating.put("POST wishes need", Caller.at(port));
    creating.put("POST potentials title", town.of(Role.OFFICER));
    creating.put("POST datasets title", town.of(Role.OFFICER));
    creating.put("POST workshops title", town.of(Role.FACILITATOR));
    creating.put("POST datasets/" + dataset.id() + "/uses title", Caller.at(port));
    creating.forEach((call, caller) -> {
      String[] parts = call.split(" ");
      String fields = fieldsOf(parts[0] + " /{tenant}/api/v1/" + pattern(parts[1]));
      String key = "the same key " + call;
      Caller.Answer first = caller.once(town.api("/" + parts[1]), json(fields), key);
      Caller.Answer again = caller.once(town.api("/" + parts[1]), json(fields), key);
      Caller.Answer changed =
          caller.once(
              town.api("/" + parts[1]), json(fields.replace(parts[2] + "=", parts[2] + "=X")), key);
      assertThat(first.status()).as(first.body()).isEqualTo(201);
      assertThat(again.text("id")).isEqualTo(first.text("id"));
      assertThat(changed.status()).as(changed.body()).isEqualTo(422);
      if (parts[1].equals("wishes")) {
        Caller.Answer elsewhere = Caller.at(port).once(other.api("/wishes"), json(fields), key);
        assertThat(elsewhere.text("id")).as("another town").isNotEqualTo(first.text("id"));
      }
    });
  }

  private static String pattern(String path) {
    return path.replaceAll("datasets/[^/]+", "datasets/{id}");
  }

  private String fieldsOf(String name) {
    return Routes.ALL.stream()
        .filter(route -> route.name().equals(name))
        .map(route -> town.filled(route.fields(), 0))
        .findFirst()
        .orElseThrow();
  }

  private static String json(String fields) {
    return JsonMapper.shared().writeValueAsString(Actor.fields(fields));
  }
}

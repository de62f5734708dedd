package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.allmende.AllmendeTest;
import org.allmende.base.mail.MailBox;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent to whatever address, the answer is a sentence. */
@AllmendeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTest {

  private static final int PER_ROUTE = 32;

  /** Reading a file anew starts a process of its own. */
  private static final int PER_HEAVY_ROUTE = 10;

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired MailBox mails;
  @LocalServerPort int port;

  private final Map<String, String> findings = new ConcurrentSkipListMap<>();
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
  private HostileRequests requests;

  private record Sending(Route route, Poison poison) {}

  @BeforeAll
  void build() {
    requests = new HostileRequests(port, new Town(port, tenants, people, tokens, mails).fill());
  }

  static Stream<Seed> seeds() {
    return Seed.all().stream();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyAnswerIsASentence(Seed seed) {
    System.out.println("HostileInputTest: " + seed);
    findings.clear();
    statuses.clear();
    AtOnce.each(sendings(seed), this::check);
    System.out.println("HostileInputTest: answers by status " + statuses);

    assertThat(findings.values()).as("%s", seed).isEmpty();
    assertThat(count(0, 999)).isGreaterThan(5_000);
    assertThat(count(200, 303)).as("reached what they asked for").isGreaterThan(500);
    assertThat(count(422, 422)).as("reached the forms").isGreaterThan(300);
  }

  private List<Sending> sendings(Seed seed) {
    List<Sending> sendings = new ArrayList<>();
    for (Route route : Routes.ALL) {
      int times = isHeavy(route) ? PER_HEAVY_ROUTE : PER_ROUTE;
      for (int i = 0; i < times; i++) {
        sendings.add(new Sending(route, seed.poison()));
      }
    }
    return sendings;
  }

  private static boolean isHeavy(Route route) {
    return route.fields().equals("file=@")
        || route.pattern().endsWith("/reading") && route.writes();
  }

  private void check(Sending sending) {
    Route route = sending.route();
    RawCall call = requests.to(route, sending.poison());
    RawCall.Answer answer = call.send(port);
    statuses.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
    String wrong = Verdict.on(call, answer);
    if (!wrong.isEmpty()) {
      String body = answer.body();
      findings.putIfAbsent(
          route.name() + " " + wrong,
          "\n"
              + route.name()
              + ": "
              + wrong
              + "\n  "
              + call
              + "\n  "
              + answer.status()
              + " "
              + body.substring(0, Math.min(body.length(), 300)).replaceAll("\\s+", " "));
    }
  }

  private int count(int from, int to) {
    return statuses.entrySet().stream()
        .filter(entry -> entry.getKey() >= from && entry.getKey() <= to)
        .mapToInt(entry -> entry.getValue().get())
        .sum();
  }
}

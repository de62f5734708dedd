package org.allmende;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The documented calls are those of the program, and the documented journey works. */
@AllmendeTest
class ApiDocsTest {

  private static final Path DOCS = Path.of("..", "docs", "api");
  private static final String BASE = "/{tenant}/api/v1/";
  private static final Pattern CALL = Pattern.compile("(?m)^\\| `([A-Z]+) ([^`?]+)");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?ms)^```(http|answer|mail)\\n(.*?)^```$");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Placeholders known = new Placeholders(new HashMap<>());

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired MailBox mails;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @LocalServerPort int port;

  @Test
  void everyCallIsDocumentedAndNoOther() throws IOException {
    Set<String> documented =
        CALL.matcher(Files.readString(DOCS.resolve("README.md"), UTF_8))
            .results()
            .map(row -> call(row.group(1), BASE + row.group(2)))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> answered =
        mappings.getHandlerMethods().keySet().stream()
            .flatMap(ApiDocsTest::calls)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(documented).isEqualTo(answered);
  }

  private static Stream<String> calls(RequestMappingInfo info) {
    return info.getPatternValues().stream()
        .filter(path -> path.startsWith(BASE))
        .flatMap(path ->
            info.getMethodsCondition().getMethods().stream()
                .map(method -> call(method.name(), path)));
  }

  /** Path variables are called by whatever name is handy. */
  private static String call(String method, String path) {
    return method + " " + path.replaceAll("\\{[^}]+}", "{}");
  }

  @Test
  void theJourneyWorks() throws Exception {
    prepare();
    Optional<HttpResponse<String>> last = Optional.empty();
    List<Example> examples =
        EXAMPLE
            .matcher(Files.readString(DOCS.resolve("journey.md"), UTF_8))
            .results()
            .map(fence -> new Example(fence.group(1), fence.group(2)))
            .toList();
    for (Example example : examples) {
      switch (example.kind()) {
        case "http" -> last = Optional.of(send(known.filled(example.text())));
        case "answer" -> check(example, last.orElseThrow());
        default -> await().atMost(PATIENCE).untilAsserted(() -> mail(example));
      }
    }
    assertThat(examples).hasSizeGreaterThan(40);
  }

  private record Example(String kind, String text) {}

  private void prepare() {
    Viewer founder = viewer("Gründung");
    Tenant town = town("journey-town", founder);
    Tenant lab = town("journey-lab", founder);
    tenants.addDepartment(town.id(), "Fachbereich Grünflächen", founder);
    known.put("town", town.slug());
    known.put("lab", lab.slug());
    known.put("facilitator", token(lab, Role.FACILITATOR));
    known.put("steward", token(town, Role.STEWARD));
    known.put("officer", token(town, Role.OFFICER));
  }

  private Tenant town(String name, Viewer founder) {
    var id = new TenantId(name + "-" + Ids.next().toLowerCase(java.util.Locale.ROOT));
    return tenants.create(
        new Tenant(id, name, Tenant.Kind.MUNICIPALITY, "#1b5e57", null, null, null), founder);
  }

  private Viewer viewer(String name) {
    return people.viewer(account(name)).orElseThrow();
  }

  private PersonId account(String name) {
    return people.account(
        Ids.next() + "@staff.example", name, people.hashed("a long enough password"));
  }

  private String token(Tenant tenant, Role role) {
    PersonId person = account("Konto " + role);
    people.grant(person, tenant.id(), role, null);
    String token = "docs-" + Ids.next();
    tokens.keep(person, token, "docs");
    return token;
  }

  private HttpResponse<String> send(String text) throws Exception {
    String head = text.split("\n\n", 2)[0].strip();
    String body = text.contains("\n\n") ? text.split("\n\n", 2)[1] : "";
    List<String> lines = head.lines().toList();
    String method = lines.getFirst().split(" ")[0];
    String path = lines.getFirst().split(" ")[1];
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    Map<String, String> headers = new HashMap<>();
    lines.stream().skip(1).forEach(line -> headers.put(line.split(": ")[0], line.split(": ")[1]));
    String type = headers.remove("Content-Type");
    headers.forEach(request::header);
    if (type != null) {
      String name = type.replaceFirst(".*file=", "");
      request.header("Content-Type", "multipart/form-data; boundary=cut");
      body =
          "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
              + name
              + "\"\r\n\r\n"
              + body
              + "\r\n--cut--\r\n";
    } else if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    known.asked(method + " " + path, answer.body());
    return answer;
  }

  private void check(Example example, HttpResponse<String> answer) {
    String[] parts = example.text().split("\n", 2);
    assertThat(answer.statusCode())
        .as(known.lastAsked())
        .isEqualTo(Integer.parseInt(parts[0].strip()));
    String expected = parts[1].strip();
    if (expected.startsWith("{")) {
      JsonMapper json = JsonMapper.shared();
      boolean fits = known.fits(json.readTree(expected), json.readTree(answer.body()));
      assertThat(fits).as("expected " + expected + "\nof " + known.lastAsked()).isTrue();
    } else {
      assertThat(answer.body()).contains(expected);
    }
  }

  /**
   * The mail's address, a part of its subject, and perhaps the name under which its first link is
   * kept.
   */
  private void mail(Example example) {
    List<String> lines = known.filled(example.text()).strip().lines().toList();
    String subject = lines.get(1).substring("Subject: ".length());
    List<MailBox.Letter> letters = mails.to(lines.getFirst().substring("To: ".length()));
    assertThat(letters)
        .extracting(MailBox.Letter::subject)
        .anyMatch(given -> given.contains(subject));
    if (lines.size() > 2) {
      String link =
          letters.stream()
              .filter(letter -> letter.subject().contains(subject))
              .flatMap(letter -> Pattern.compile("https?://\\S+").matcher(letter.text()).results())
              .map(match -> URI.create(match.group()).getRawPath())
              .findFirst()
              .orElseThrow();
      known.put(lines.get(2).replaceAll("[{}]", ""), link);
    }
  }
}

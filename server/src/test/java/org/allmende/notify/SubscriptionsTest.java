package org.allmende.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.allmende.AllmendeTest;
import org.allmende.Statements;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.job.Jobs;
import org.allmende.base.mail.MailBox;
import org.allmende.base.time.ShiftedClock;
import org.allmende.base.web.Viewer;
import org.allmende.people.Addresses;
import org.allmende.people.People;
import org.allmende.tenant.Place;
import org.allmende.tenant.Places;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Subscribing, being told once, and ending it with one click. */
@AllmendeTest
class SubscriptionsTest {

  /** A Wednesday, late in the morning. */
  private static final Instant WEDNESDAY = Instant.parse("2033-03-02T10:00:00Z");

  private static final Pattern UNSUBSCRIBE = Pattern.compile("/unsubscribe/\\S+");
  private static final Pattern PRIVATE = Pattern.compile("/private/\\S+");

  @Autowired Tenants tenants;
  @Autowired Places places;
  @Autowired Subscriptions subscriptions;
  @Autowired Following following;
  @Autowired Telling telling;
  @Autowired Digests digests;
  @Autowired Forgetting forgetting;
  @Autowired NotifyPersonalData personalData;
  @Autowired Addresses addresses;
  @Autowired People people;
  @Autowired MailBox mails;
  @Autowired Jobs jobs;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  private final HttpClient program = HttpClient.newHttpClient();
  private Tenant town;
  private Ref all;

  @BeforeEach
  void found() {
    var id = new TenantId("abo-" + Ids.next().toLowerCase(Locale.ROOT));
    town =
        tenants.create(
            new Tenant(id, "Abostadt", Tenant.Kind.MUNICIPALITY, "#1b5e57", null, null, null),
            Viewer.system());
    all = new Ref("tenant", id.slug());
  }

  private static String mail() {
    return "abo-" + Ids.next().toLowerCase(Locale.ROOT) + "@gast.example";
  }

  private PersonId subscriber(String mail, Ref subject, Tempo tempo) {
    PersonId person = addresses.confirmed(mail, Locale.GERMAN);
    ShiftedClock.at(WEDNESDAY, () -> subscriptions.subscribe(town.id(), subject, tempo, person));
    return person;
  }

  private News news(Ref about, String title, Ref... subjects) {
    var text = new NoticeText(title, title, List.of(), "Ansehen", List.of());
    return new News(
        new Step(town.id(), about, "step", town.url("/wishes/" + about.id()), locale -> text),
        List.of(subjects),
        List.of(about));
  }

  private static Ref thing() {
    return new Ref("wish", Ids.next());
  }

  private List<String> subjects(String mail) {
    return mails.to(mail).stream().map(MailBox.Letter::subject).toList();
  }

  @Test
  void tellsAtOnceAndOnlyOnceWhoFollowsToo() {
    String mail = mail();
    Ref topic = new Ref("topic", "abfallkalender");
    PersonId person = subscriber(mail, all, Tempo.AT_ONCE);
    subscriber(mail, topic, Tempo.WEEKLY);
    Ref followed = thing();
    following.follow(person, followed);
    News of = news(followed, "Wunsch", all, topic);

    telling.announce(of);
    telling.tell(of.step());
    telling.announce(of);
    telling.announce(news(thing(), "Anderer", all, topic));
    telling.announce(news(thing(), "Fremd", new Ref("tenant", "anderswo")));

    assertThat(subjects(mail)).containsExactlyInAnyOrder("Wunsch", "Anderer");
  }

  @Test
  void gathersADigestEachMorningAndOnMondays() {
    String daily = mail();
    String weekly = mail();
    String quiet = mail();
    subscriber(daily, all, Tempo.DAILY);
    subscriber(weekly, all, Tempo.WEEKLY);
    subscriber(quiet, new Ref("topic", "abfallkalender"), Tempo.DAILY);
    ShiftedClock.at(
        WEDNESDAY,
        () -> {
          telling.announce(news(thing(), "Erstes", all));
          telling.announce(news(thing(), "Zweites", all));
          digests.run();
        });
    assertThat(subjects(daily)).isEmpty();
    for (int hours : List.of(10, 21, 22, 30)) {
      ShiftedClock.at(WEDNESDAY.plus(Duration.ofHours(hours)), digests::run);
    }
    assertThat(subjects(daily)).containsExactly("2 Neuigkeiten zu Ihren Abos");
    assertThat(mails.to(daily).getFirst().text()).contains("Erstes:\n", "Zweites:\n", "/private/");
    assertThat(subjects(weekly)).isEmpty();
    ShiftedClock.at(Instant.parse("2033-03-07T05:59:00Z"), digests::run);
    assertThat(subjects(weekly)).isEmpty();
    ShiftedClock.at(Instant.parse("2033-03-07T06:01:00Z"), digests::run);
    assertThat(subjects(weekly)).containsExactly("2 Neuigkeiten zu Ihren Abos");
    assertThat(subjects(daily)).hasSize(1);
    assertThat(subjects(quiet)).isEmpty();
  }

  /** Whoever has an account sees everything after a login, and only then. */
  @Test
  void leadsWhoeverHasAnAccountToIt() {
    String mail = mail();
    PersonId person = people.account(mail, "Ada Muster", people.hashed("ein langes Passwort"));
    ShiftedClock.at(WEDNESDAY, () -> subscriptions.subscribe(town.id(), all, Tempo.DAILY, person));
    ShiftedClock.at(WEDNESDAY, () -> telling.announce(news(thing(), "Erstes", all)));
    ShiftedClock.at(WEDNESDAY.plus(Duration.ofDays(1)), digests::run);
    assertThat(mails.to(mail).getFirst().text())
        .containsSubsequence("Abos ändern:", "/account\n", "löschen: ", "/account\n")
        .doesNotContain("/private/");
  }

  @Test
  void waitsUntilTheAddressIsConfirmed() throws Exception {
    String mail = mail();
    HttpResponse<String> asked =
        send(
            HttpRequest.newBuilder(address("/" + town.slug() + "/api/v1/subscriptions"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"contact\": \"%s\", \"tempo\": \"at-once\"}".formatted(mail))));
    assertThat(asked.statusCode()).isEqualTo(202);
    telling.announce(news(thing(), "Geduld", all));
    assertThat(subjects(mail)).containsExactly("Bitte bestätigen Sie Ihre Adresse");
    String link = found(Pattern.compile("/confirm/\\S+"), mail);
    assertThat(send(HttpRequest.newBuilder(address(link)).GET()).statusCode()).isEqualTo(200);
    assertThat(jobs.settle(Duration.ofSeconds(30))).isTrue();
    assertThat(subjects(mail)).contains("Geduld");
  }

  @Test
  void endsWithOneClickOfAMailProgramAndNothingElseDoes() throws Exception {
    String mail = mail();
    PersonId person = subscriber(mail, all, Tempo.AT_ONCE);
    Ref topic = new Ref("topic", "abfallkalender");
    subscriber(mail, topic, Tempo.AT_ONCE);
    telling.announce(news(thing(), "Eins", all));
    String link = found(UNSUBSCRIBE, mail);
    String header =
        sql.sql("select unsubscribe_url from base_mail where recipient = ? and subject = 'Eins'")
            .param(mail)
            .query(String.class)
            .single();
    assertThat(header).endsWith(link);

    // Reading the page, as a scanner does, ends nothing.
    assertThat(send(HttpRequest.newBuilder(address(link)).GET()).body())
        .contains("Dann endet dieses Abo.");
    assertThat(oneClick(link.substring(0, link.length() - 1) + "_").statusCode()).isEqualTo(404);
    assertThat(oneClick("/" + town.slug() + "/subscriptions").statusCode()).isEqualTo(403);
    assertThat(oneClick("/private/" + link.substring(13) + "/erasure").statusCode()).isEqualTo(403);
    assertThat(subscriptions.of(person, Locale.GERMAN)).hasSize(2);

    assertThat(oneClick(link).statusCode()).isEqualTo(200);
    assertThat(oneClick(link).statusCode()).isEqualTo(200);

    assertThat(subscriptions.of(person, Locale.GERMAN))
        .extracting(row -> row.subscription().subject())
        .containsExactly(topic);
  }

  @Test
  void endsAllThatIsInADigestWithItsLink() throws Exception {
    String mail = mail();
    PersonId person = subscriber(mail, all, Tempo.DAILY);
    subscriber(mail, new Ref("topic", "abfallkalender"), Tempo.WEEKLY);
    ShiftedClock.at(WEDNESDAY, () -> telling.announce(news(thing(), "Eins", all)));
    ShiftedClock.at(WEDNESDAY.plus(Duration.ofDays(1)), digests::run);

    assertThat(oneClick(found(UNSUBSCRIBE, mail)).statusCode()).isEqualTo(200);

    assertThat(subscriptions.of(person, Locale.GERMAN))
        .extracting(row -> row.subscription().tempo())
        .containsExactly(Tempo.WEEKLY);
  }

  /** As RFC 8058 has it: no cookie, no token, no origin. */
  private HttpResponse<String> oneClick(String path) throws Exception {
    return send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
  }

  @Test
  void showsMySubscriptionsOnThePrivatePage() throws Exception {
    String mail = mail();
    PersonId person = subscriber(mail, all, Tempo.AT_ONCE);
    telling.announce(news(thing(), "Eins", all));
    String own = found(PRIVATE, mail);
    HttpResponse<String> page = send(HttpRequest.newBuilder(address(own)).GET());
    assertThat(page.body()).contains("Meine Abos", "Alles Neue aus Abostadt", "Abo beenden");
    String id = subscriptions.of(person, Locale.GERMAN).getFirst().subscription().id();
    submit(page, own + "/subscriptions/" + id + "/tempo", "tempo=daily");
    assertThat(subscriptions.of(person, Locale.GERMAN))
        .extracting(row -> row.subscription().tempo())
        .containsExactly(Tempo.DAILY);
    submit(page, own + "/subscriptions/" + id + "/ending", "");
    assertThat(subscriptions.of(person, Locale.GERMAN)).isEmpty();
  }

  /** Of every kind, in one town and in another. */
  @Test
  void listsManyWithTheStatementsOfOne() throws Exception {
    String mail = mail();
    PersonId person = subscriber(mail, all, Tempo.AT_ONCE);
    telling.announce(news(thing(), "Eins", all));
    URI own = address(found(PRIVATE, mail));
    page(own);
    int one = statements(own);
    for (int i = 0; i < 24; i++) {
      subscriber(mail, new Ref("department", department(town, "Amt " + i)), Tempo.DAILY);
    }
    List<String> names = IntStream.range(0, 24).mapToObj(i -> "Ortsteil " + i).toList();
    places.rename(town.id(), names, Viewer.system());
    places
        .of(town.id())
        .forEach(place -> subscriber(mail, new Ref(Place.KIND, place.id()), Tempo.DAILY));
    subscriber(mail, new Ref("topic", "baumkataster"), Tempo.DAILY);
    subscriber(mail, new Ref("department", "gibtesnicht"), Tempo.DAILY);
    Tenant first = town;
    found();
    subscriber(mail, all, Tempo.DAILY);
    // Of the other town, so of none that this one has.
    subscriber(mail, new Ref("department", department(first, "Fremdes Amt")), Tempo.DAILY);

    assertThat(subscriptions.of(person, Locale.GERMAN))
        .hasSize(51)
        .extracting(Subscriptions.Row::title)
        .contains("Amt 0", "Amt 23", "Ortsteil 0", "Ortsteil 23")
        .contains("Baumbestand: Baumkataster")
        .doesNotContain("Fremdes Amt");
    assertThat(page(own).body()).contains("Amt 23", "Ortsteil 23");
    assertThat(statements(own)).isPositive().isEqualTo(one);
  }

  private String department(Tenant of, String name) {
    return tenants.addDepartment(of.id(), name, Viewer.system()).id();
  }

  private int statements(URI page) {
    return Statements.during(() -> page(page)).size();
  }

  private HttpResponse<String> page(URI page) {
    try {
      return send(HttpRequest.newBuilder(page).GET());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void subscribesFromTheListsWithoutScript() throws Exception {
    String mail = mail();
    HttpResponse<String> list = send(HttpRequest.newBuilder(address(town.url("/wishes"))).GET());
    assertThat(list.body()).contains("Neues abonnieren", "name=\"subject\" value=\"" + all + "\"");
    HttpResponse<String> wrong =
        submit(list, town.url("/subscriptions"), "tempo=weekly&subject=topic:gibtesnicht");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("Das kann man hier nicht abonnieren.", "Schreiben Sie Ihre E-Mail-Adresse.");
    HttpResponse<String> done =
        submit(
            list, town.url("/subscriptions"), "tempo=weekly&subject=" + all + "&contact=" + mail);
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(subscriptions.of(addresses.confirmed(mail, Locale.GERMAN), Locale.GERMAN))
        .extracting(Subscriptions.Row::title)
        .containsExactly("Alles Neue aus Abostadt");
  }

  @Test
  void keepsTheNumbersWhenItForgetsWhoWasTold() {
    Ref about = thing();
    PersonId anna = subscriber(mail(), all, Tempo.AT_ONCE);
    subscriber(mail(), all, Tempo.AT_ONCE);
    ShiftedClock.at(WEDNESDAY, () -> telling.announce(news(about, "Alt", all)));
    assertThat(telling.told(about)).containsExactly(new Told("step", WEDNESDAY, 2));
    assertThat(personalData.export(anna).get("notice")).hasSize(1);

    personalData.erase(anna);
    assertThat(personalData.export(anna).values()).allMatch(List::isEmpty);
    assertThat(telling.told(about)).containsExactly(new Told("step", WEDNESDAY, 2));
    ShiftedClock.at(WEDNESDAY.plus(Duration.ofDays(366)), forgetting::run);

    assertThat(telling.told(about)).containsExactly(new Told("step", WEDNESDAY, 2));
    assertThat(
            sql.sql("select count(*) from notify_notice where about = ?")
                .param(about.toString())
                .query(Integer.class)
                .single())
        .isZero();
  }

  private String found(Pattern pattern, String mail) {
    Matcher matcher =
        pattern.matcher(
            mails.to(mail).stream().map(MailBox.Letter::text).reduce("", String::concat));
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** Sends a form of the page, with the token it carries. */
  private HttpResponse<String> submit(HttpResponse<String> page, String action, String fields)
      throws IOException, InterruptedException {
    Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(token.find()).isTrue();
    String cookie =
        page.headers().allValues("Set-Cookie").stream()
            .map(set -> set.split(";")[0])
            .filter(set -> set.startsWith("allmende_csrf"))
            .findFirst()
            .orElseThrow();
    String csrf = URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    return send(
        HttpRequest.newBuilder(address(action))
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + csrf + "&" + fields)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return program.send(
        request.header("Accept-Language", "de").build(), HttpResponse.BodyHandlers.ofString());
  }
}

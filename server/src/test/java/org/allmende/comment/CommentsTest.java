package org.allmende.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.id.TenantId;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.Addresses;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Asking, adding, answering and objecting below a wish. */
@AllmendeTest
class CommentsTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Addresses addresses;
  @Autowired MailBox mails;
  @LocalServerPort int port;

  private Tenant town;
  private Caller citizen;
  private Caller steward;
  private String stewardsAddress;
  private String wisher;
  private String wish;

  @BeforeEach
  void found() {
    town =
        tenants.create(
            new Tenant(
                new TenantId("rede-" + Ids.next().toLowerCase(Locale.ROOT)),
                "Redestadt",
                Tenant.Kind.MUNICIPALITY,
                "#1b5e57",
                null,
                null,
                null),
            Viewer.system());
    stewardsAddress = address();
    var person = people.account(stewardsAddress, "Frau Steward", people.hashed(Ids.next()));
    people.grant(person, town.id(), Role.STEWARD, null);
    String token = Ids.next() + Ids.next();
    tokens.keep(person, token, "test");
    steward = Caller.at(port).with(token);
    citizen = Caller.at(port);
    wisher = address();
    addresses.confirmed(wisher, Locale.GERMAN);
    wish =
        citizen
            .post(
                api("/wishes"),
                "{\"need\": \"Wo kann man reden?\", \"contact\": \"%s\"}".formatted(wisher))
            .text("id");
    assertThat(steward.post(api("/wishes/" + wish + "/listing"), "{}").status()).isEqualTo(201);
  }

  private static String address() {
    return "rede-" + Ids.next().toLowerCase(Locale.ROOT) + "@gast.example";
  }

  private String api(String path) {
    return town.url("/api/v1" + path);
  }

  private String page() {
    return citizen.get(town.url("/wishes/" + wish)).body();
  }

  private Answer write(String words, String contact, String kind) {
    return Caller.at(port)
        .submit(
            town.url("/comments/new?about=wish:" + wish + "&kind=" + kind),
            town.url("/comments"),
            Map.of(
                "about", "wish:" + wish,
                "words", words,
                "name", "Hanne",
                "contact", contact,
                "kind", kind));
  }

  private String mail(String address, String subject) {
    return mail(address, subject, "");
  }

  private String mail(String address, String subject, String words) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                mails.to(address).stream()
                    .filter(letter -> letter.subject().startsWith(subject))
                    .map(MailBox.Letter::text)
                    .filter(text -> text.contains(words))
                    .findFirst()
                    .orElse(""),
            text -> !text.isEmpty());
  }

  /** Opens the link that only the owner of the address gets. */
  private void show(String writer, String words) {
    Matcher link =
        Pattern.compile("/[^/\\s]+/comments/waiting/\\S+")
            .matcher(mail(writer, "Ist dieser Beitrag von Ihnen?", words));
    assertThat(link.find()).isTrue();
    Answer shown = citizen.get(link.group());
    assertThat(shown.status()).as(shown.body()).isEqualTo(303);
    assertThat(citizen.get(link.group()).status()).as("again").isEqualTo(303);
  }

  @Test
  void commentUnderTheAddressOfSomebodyElseWaitsForThatPerson() {
    assertThat(write("Ich verzichte.", wisher, "comment").headers().allValues("Set-Cookie"))
        .anyMatch(saying -> saying.contains("comment.said.waiting"));
    Answer said =
        citizen.post(
            api("/comments"),
            "{\"about\": \"wish:%s\", \"words\": \"Ich auch.\", \"contact\": \"%s\"}"
                .formatted(wish, wisher));
    assertThat(said.json().get("shown").asBoolean()).isFalse();
    assertThat(page()).contains("Noch hat niemand etwas gefragt");
    String wrong = town.url("/comments/waiting/" + said.text("id") + ".falsch");
    assertThat(citizen.get(wrong).status()).isEqualTo(404);

    show(wisher, "Ich verzichte.");
    assertThat(page()).contains("Ich verzichte.").doesNotContain("Ich auch.");
    assertThat(mail(wisher, "Ihr Beitrag ist zu lesen")).contains("Ich verzichte.");
  }

  /** „Mitgeteilt an 1 Person“ would say that the writer alone hears of it. */
  @Test
  void whoeverWritesIsNotCountedAmongThoseTold() {
    wish = citizen.post(api("/wishes"), "{\"need\": \"Wer hört zu?\"}").text("id");
    assertThat(steward.post(api("/wishes/" + wish + "/listing"), "{}").status()).isEqualTo(201);
    String writer = address();
    addresses.confirmed(writer, Locale.GERMAN);
    assertThat(write("Ich höre zu.", writer, "comment").status()).isEqualTo(303);
    show(writer, "Ich höre zu.");
    assertThat(mail(writer, "Ihr Beitrag ist zu lesen")).contains("Ich höre zu.");
    assertThat(page()).contains("Ich höre zu.").doesNotContain("Mitgeteilt an");
  }

  @Test
  void commentAppearsOnceTheAddressIsConfirmedAndIsAnsweredByTheOffice() {
    String writer = address();
    Answer said = write("Auch abends?", writer, "comment");
    assertThat(said.status()).as(said.body()).isEqualTo(303);
    assertThat(page()).contains("Fragen und Ergänzungen").doesNotContain("Auch abends?");

    Matcher link =
        Pattern.compile("/confirm/\\S+")
            .matcher(mail(writer, mails.to(writer).getLast().subject()));
    assertThat(link.find()).isTrue();
    assertThat(citizen.get(link.group()).status()).isEqualTo(200);
    assertThat(mail(writer, "Ihr Beitrag ist zu lesen")).contains("Auch abends?");
    assertThat(page()).contains("Auch abends?", "Hanne").doesNotContain(writer);
    assertThat(mail(wisher, "Neuer Beitrag")).contains("Jemand schreibt zu", "Auch abends?");

    Answer answered =
        steward.post(
            api("/comments"), "{\"about\": \"wish:%s\", \"words\": \"Ja.\"}".formatted(wish));
    assertThat(answered.status()).as(answered.body()).isEqualTo(201);
    assertThat(page()).contains("Antwort: Datenstelle").doesNotContain("Frau Steward");
    assertThat(mail(writer, "Neuer Beitrag")).contains("Datenstelle schreibt zu", "Ja.");
    assertThat(mails.to(writer).stream().filter(m -> m.subject().startsWith("Neuer"))).hasSize(1);

    Answer listed = citizen.get(api("/comments?about=wish:" + wish));
    assertThat(listed.json().get("items")).hasSize(2);
    assertThat(listed.body()).contains("\"office\":\"Datenstelle\"").doesNotContain(writer);
  }

  @Test
  void objectionReachesTheStewardsAndStandsInTheThread() {
    String writer = address();
    addresses.confirmed(writer, Locale.GERMAN);
    assertThat(write("Das ist falsch.", writer, "objection").status()).isEqualTo(409);
    assertThat(page()).doesNotContain("Der Ablehnung widersprechen");

    steward.post(
        api("/wishes/" + wish + "/refusals"),
        "{\"code\": \"not-ours\", \"reason\": \"Das führt der Kreis.\"}");
    assertThat(page()).contains("Der Ablehnung widersprechen");
    assertThat(write("Das führt die Stadt.", writer, "objection").status()).isEqualTo(303);
    show(writer, "Das führt die Stadt.");

    assertThat(page())
        .contains("Jemand widerspricht der Ablehnung", "Widerspruch", "Das führt die Stadt.");
    assertThat(citizen.get(api("/wishes/" + wish + "/thread")).body())
        .contains("Jemand widerspricht der Ablehnung");
    assertThat(mail(stewardsAddress, "Widerspruch gegen eine Ablehnung"))
        .contains("Das führt die Stadt.");
  }

  @Test
  void commentCanBeHiddenLikeAnyText() {
    String writer = address();
    addresses.confirmed(writer, Locale.GERMAN);
    assertThat(write("Kauft bei Schmitz.", writer, "comment").status()).isEqualTo(303);
    show(writer, "Kauft bei Schmitz.");
    String about =
        "comment:"
            + citizen
                .get(api("/comments?about=wish:" + wish))
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
    Answer hidden =
        steward.post(
            api("/texts/" + about + "/decisions"),
            "{\"outcome\": \"hidden\", \"rule\": \"advertising\", \"reason\": \"Werbung.\"}");
    assertThat(hidden.status()).as(hidden.body()).isEqualTo(200);
    assertThat(page())
        .contains("Ausgeblendet am", "Regel: Werbung")
        .doesNotContain("Schmitz", "Hanne");
    assertThat(mail(writer, "Ihr Text ist ausgeblendet")).contains("Werbung.", "widersprechen");
  }

  @Test
  void emptyCommentComesBack() {
    Answer empty =
        citizen.submit(
            town.url("/comments/new?about=wish:" + wish),
            town.url("/comments"),
            Map.of("about", "wish:" + wish));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body())
        .contains(
            "Schreiben Sie, was Sie fragen", "Ohne bestätigte Adresse erscheint kein Beitrag");
    for (String about : new String[] {"nix", "wish:nix"}) {
      assertThat(citizen.get(town.url("/comments/new?about=" + about)).status()).isEqualTo(404);
      assertThat(citizen.get(api("/comments?about=" + about)).status()).isEqualTo(404);
    }
    assertThat(citizen.get(town.url("/comments/new?about=wish:%00")).status()).isEqualTo(400);
  }

  /** PostgreSQL takes neither a NUL nor half a character. */
  @Test
  void unreadableReferenceIsAnsweredWithASentence() {
    for (String id : new String[] {"\\u0000", "a\\u0000b", "\\ud800", "a\\udc00", "\\u0007"}) {
      for (String call : new String[] {"/comments", "/reports"}) {
        Answer answer =
            citizen.post(
                api(call),
                """
                {"about": "wish:%s", "words": "Auch abends?", "rule": "other",
                 "contact": "wer@gast.example"}\
                """
                    .formatted(id));
        assertThat(answer.status()).as(call + " " + id).isEqualTo(404);
        assertThat(answer.text("detail")).contains("gibt es hier nicht oder nicht mehr.");
      }
    }
    for (String about : new String[] {"wish:\u0000", "wish:\uFFFE\uFFFF", "\u0000:x"}) {
      for (String form : new String[] {"/comments", "/reports"}) {
        Answer answer =
            citizen.submit(
                town.url(form + "/new?about=wish:" + wish),
                town.url(form),
                Map.of("about", about, "words", "Auch abends?", "contact", "wer@gast.example"));
        assertThat(answer.status()).as(form).isEqualTo(404);
        assertThat(answer.body()).contains("gibt es hier nicht oder nicht mehr.");
      }
    }
  }
}

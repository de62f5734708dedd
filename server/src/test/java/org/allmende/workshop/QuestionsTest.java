package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.id.Ids;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Role;
import org.allmende.people.Addresses;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Questions in a workshop over HTTP: asked, supported, answered, published. */
@AllmendeTest
class QuestionsTest {

  private static final int MOST = 10;

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @Autowired ParticipantStore participants;
  @Autowired Addresses addresses;
  @Autowired MailBox mails;
  @LocalServerPort int port;

  private String facilitator;
  private Caller api;
  private Workshop workshop;
  private String url;
  private String anna;
  private String ben;

  @BeforeEach
  void gather() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    Tenant lab = fixtures.town("Labor");
    facilitator = fixtures.token(lab, Role.FACILITATOR);
    api = Caller.at(port);
    Answer planned =
        api.post(
            "/" + lab.slug() + "/api/v1/workshops",
            facilitator,
            """
            {"title": "Fragestunde", "startsAt": "2026-12-03T13:00:00Z",
             "endsAt": "2026-12-03T14:30:00Z", "template": "empty"}
            """);
    workshop = workshops.get(lab.id(), planned.text("id"));
    url = "/" + lab.slug() + "/api/v1/workshops/" + workshop.id();
    anna = join("Anna");
    ben = join("Ben");
  }

  private String join(String name) {
    String joining = "{\"code\":\"%s\",\"name\":\"%s\"}".formatted(workshop.joinCode(), name);
    return api.post(url + "/join", null, joining).text("token");
  }

  private String ask(String token, String text) {
    Answer asked = api.post(url + "/questions", token, "{\"question\":\"" + text + "\"}");
    assertThat(asked.status()).as(asked.body()).isEqualTo(201);
    return asked.text("id");
  }

  private Answer does(String token, String question, String deed, String json) {
    return api.post(url + "/questions/" + question + "/" + deed, token, json);
  }

  private Answer supports(String method, String token, String question) {
    return api.with(token).json(method, url + "/questions/" + question + "/support", "{}");
  }

  /** One line a question: who is named, what is asked, what became of it, how many want it. */
  private List<String> list(String token) {
    return api.get(url + "/questions", token)
        .json()
        .get("items")
        .valueStream()
        .map(item ->
            item.get("name").asString("–")
                + " | "
                + item.get("text").asString()
                + " | "
                + item.get("state").asString()
                + " | "
                + item.get("supports").asInt()
                + (item.get("mine").asBoolean() ? " | mine" : "")
                + (item.get("supported").asBoolean() ? " | supported" : "")
                + (item.get("answer").isNull() ? "" : " | " + item.get("answer").asString())
                + (item.get("reason").isNull() ? "" : " | " + item.get("reason").asString()))
        .toList();
  }

  private void end() {
    for (int i = 0; i <= workshop.steps().size(); i++) {
      api.post(url + "/phase", facilitator, "{\"to\":\"next\"}");
    }
  }

  @Test
  void whatMostWantToKnowComesFirst() {
    String slides = ask(anna, "Gibt es die Folien?");
    String after = ask(anna, "Was passiert danach?");
    api.post(url + "/questions", ben, "{\"question\":\"Wer haftet?\",\"signed\":true}");

    assertThat(supports("PUT", ben, after).status()).isEqualTo(200);
    assertThat(supports("PUT", ben, after).json().get("supports").asInt()).isEqualTo(1);
    assertThat(supports("PUT", ben, slides).status()).isEqualTo(200);
    assertThat(supports("DELETE", ben, slides).json().get("supports").asInt()).isZero();
    assertThat(supports("PUT", anna, after).status()).as("her own").isEqualTo(409);

    assertThat(list(ben))
        .containsExactly(
            "– | Was passiert danach? | open | 1 | supported",
            "– | Gibt es die Folien? | open | 0",
            "Ben | Wer haftet? | open | 0 | mine");
    assertThat(does(facilitator, slides, "call", "{}").status()).isEqualTo(200);
    assertThat(list(facilitator).getFirst()).isEqualTo("– | Gibt es die Folien? | called | 0");
    assertThat(does(facilitator, slides, "answer", "{}").status()).isEqualTo(200);
    assertThat(supports("PUT", ben, slides).status()).as("answered").isEqualTo(409);
    assertThat(does(ben, after, "answer", "{}").status()).isIn(401, 403);
  }

  @Test
  void whatIsTakenOffIsExplainedToWhoeverAsked() {
    String rude = ask(anna, "Warum ist das so langweilig?");
    assertThat(does(facilitator, rude, "removal", "{}").status()).isEqualTo(422);
    does(facilitator, rude, "removal", "{\"reason\":\"Keine Frage zur Sache.\"}");
    assertThat(list(anna))
        .containsExactly(
            "– | Warum ist das so langweilig? | removed | 0 | mine | Keine Frage zur Sache.");
    assertThat(list(ben)).isEmpty();
    assertThat(list(facilitator)).hasSize(1);
  }

  @Test
  void theAnswerComesAfterwardsAndIsPublicWithoutNames() {
    String address = Ids.next().toLowerCase(Locale.ROOT) + "@buerger.example";
    participants.of(workshop.id()).stream()
        .filter(one -> one.name().equals("Anna"))
        .forEach(one -> addresses.confirmed(one.person(), address, Locale.GERMAN));
    Answer signed =
        api.post(
            url + "/questions",
            anna,
            "{\"question\":\"Darf ein Verein das <b>zeigen</b>?\",\"signed\":true}");
    String open = ask(ben, "Wann geht es weiter?");
    end();
    assertThat(mails.to(address)).isEmpty();
    does(facilitator, signed.text("id"), "answer", "{\"answer\":\"Ja, mit Nennung der Quelle.\"}");
    assertThat(mails.to(address))
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.subject()).isEqualTo("Antwort auf Ihre Frage: Fragestunde");
          assertThat(letter.text())
              .contains("Darf ein Verein das <b>zeigen</b>?", "Ja, mit Nennung der Quelle.");
        });

    assertThat(api.get(url + "/questions", null).status()).isEqualTo(401);
    api.post(url + "/release", facilitator, "{}");
    assertThat(list(null))
        .containsExactly(
            "– | Wann geht es weiter? | open | 0",
            "– | Darf ein Verein das <b>zeigen</b>? | answered | 0 | Ja, mit Nennung der Quelle.");
    assertThat(api.get(workshop.url("/results"), null).body())
        .contains(
            "Fragen und Antworten",
            "2 gestellt, 1 beantwortet",
            "Darf ein Verein das &lt;b&gt;zeigen&lt;/b&gt;?",
            "Ja, mit Nennung der Quelle.",
            "about=question:" + open)
        .doesNotContain("Anna", "Ben");
    assertThat(api.post(url + "/questions", ben, "{\"question\":\"Noch eine?\"}").status())
        .isEqualTo(409);
  }

  @Test
  void nobodyAsksTooMuch() {
    for (int i = 0; i < MOST; i++) {
      ask(anna, "Frage " + i);
    }
    Answer refused = api.post(url + "/questions", anna, "{\"question\":\"Noch eine?\"}");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text("detail"))
        .isEqualTo(
            "Sie haben in 10 Minuten 10 Fragen gestellt. Lassen Sie erst die anderen fragen.");
    ask(ben, "Darf ich?");
  }

  @Test
  void thePageWorksWithoutScriptAndKeepsWhatIsRefused() {
    var browser = Caller.at(port);
    String join = workshop.url("/join");
    browser.submit(
        join, join, Map.of("code", workshop.joinCode().text(), "name", "Cem Müßig", "tenant", "-"));
    String room = workshop.url("/room");
    Answer empty = browser.submit(room, room + "/questions", Map.of("question", " "));
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.body()).contains("Schreiben Sie Ihre Frage.");
    String foreign = ask(ben, "Wer war das?");
    assertThat(
            browser
                .submit(room, room + "/questions/" + foreign + "/support", Map.of())
                .header("Location"))
        .endsWith(room + "?view=drawer&drawer=questions");
    for (int i = 0; i < MOST; i++) {
      browser.submit(room, room + "/questions", Map.of("question", "Frage " + i));
    }
    Answer refused = browser.submit(room, room + "/questions", Map.of("question", "Noch eine?"));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.body())
        .contains("Noch eine?", "Lassen Sie erst die anderen fragen.", "Fragen 11");
    assertThat(api.with(anna).get(room).body()).contains("Wer war das?", "ohne Namen");
  }
}

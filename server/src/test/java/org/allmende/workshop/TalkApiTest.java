package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.web.Role;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A talk prepared, given and voted on by programs. */
@AllmendeTest
class TalkApiTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @LocalServerPort int port;

  private Caller lead;
  private Caller anna;
  private String url;
  private String talk;

  @BeforeEach
  void plan() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    Tenant lab = fixtures.town("Labor");
    lead = Caller.at(port).with(fixtures.token(lab, Role.FACILITATOR));
    Answer planned =
        lead.post(
            "/" + lab.slug() + "/api/v1/workshops",
            """
            {"title": "Offene Daten für Alle", "startsAt": "2099-12-03T13:00:00Z",
             "endsAt": "2099-12-03T17:00:00Z", "template": "odfa-240"}
            """);
    url = "/" + lab.slug() + "/api/v1/workshops/" + planned.text("id");
    talk =
        lead.get(url + "/agenda")
            .json()
            .get("items")
            .valueStream()
            .filter(line -> line.get("kind").asString().equals("input"))
            .map(line -> url + "/talks/" + line.get("id").asString())
            .findFirst()
            .orElseThrow();
    Answer joined =
        Caller.at(port)
            .post(
                url + "/join",
                "{\"code\": \"%s\", \"name\": \"Anna\"}".formatted(planned.text("joinCode")));
    anna = Caller.at(port).with(joined.text("token"));
  }

  @Test
  void isPreparedSlideBySlide() throws IOException {
    assertThat(lead.upload(talk + "/slides", "eins.png", png()).status()).isEqualTo(201);
    Answer two = lead.upload(talk + "/slides", "zwei.png", png());
    List<String> slides = ids(two.json().get("slides"));
    assertThat(slides).hasSize(2);

    Answer deeper =
        lead.json(
            "PATCH",
            talk + "/slides/" + slides.get(1),
            "{\"depth\": \"more\", \"words\": \"Wer sie schon hat\"}");
    assertThat(deeper.json().at("/slides/1/depth").asString()).isEqualTo("more");
    Answer named =
        lead.json("PATCH", talk + "/slides/" + slides.get(1), "{\"words\": \"Moers, Kleve\"}");
    assertThat(named.json().at("/slides/1/depth").asString()).isEqualTo("more");
    assertThat(named.json().at("/slides/1/words").asString()).isEqualTo("Moers, Kleve");
    Answer moved = lead.post(talk + "/slides/" + slides.get(1) + "/moves", "{}");
    assertThat(ids(moved.json().get("slides"))).isEqualTo(slides.reversed());
    Answer left = lead.post(talk + "/slides/" + slides.get(1) + "/removal", "{}");
    assertThat(ids(left.json().get("slides"))).containsExactly(slides.getFirst());

    byte[] text = "Das ist Text".getBytes(StandardCharsets.UTF_8);
    assertThat(lead.upload(talk + "/slides", "text.png", text).status()).isEqualTo(422);
    assertThat(anna.get(talk).status()).isEqualTo(401);
  }

  @Test
  void isFollowedAndVotedOn() throws IOException {
    String slide =
        ids(lead.upload(talk + "/slides", "eins.png", png()).json().get("slides")).getFirst();
    Answer few = lead.post(talk + "/votes", "{\"question\": \"Und?\", \"answers\": [\"Ja\"]}");
    assertThat(few.status()).isEqualTo(422);
    Answer prepared =
        lead.post(talk + "/votes", "{\"question\": \"Und?\", \"answers\": [\"Ja\", \"Nein\"]}");
    assertThat(prepared.status()).isEqualTo(201);
    String vote = url + "/votes/" + prepared.text("id");
    assertThat(anna.get(url + "/talk").status()).isEqualTo(404);
    assertThat(lead.post(vote + "/opening", "{}").status()).isEqualTo(409);

    lead.post(url + "/phase", "{\"to\": \"next\"}");
    assertThat(anna.get(url + "/talk").json().get("slides")).isEmpty();
    lead.post(url + "/talk/slide", "{\"slide\": \"%s\"}".formatted(slide));
    assertThat(anna.get(url + "/talk").text("slide")).isEqualTo(slide);

    assertThat(lead.post(vote + "/opening", "{}").text("state")).isEqualTo("open");
    assertThat(anna.put(vote + "/answer", "{\"answer\": 7}").status()).isEqualTo(422);
    Answer chosen = anna.put(vote + "/answer", "{\"answer\": 1}");
    assertThat(chosen.json().get("choice").asInt()).isEqualTo(1);
    assertThat(chosen.json().at("/vote/given").asInt()).isZero();
    assertThat(lead.get(url + "/talk").json().at("/vote/given").asInt()).isEqualTo(1);
    assertThat(lead.put(vote + "/answer", "{\"answer\": 1}").status()).isEqualTo(403);

    assertThat(lead.post(vote + "/closing", "{}").json().get("counts").toString())
        .isEqualTo("[0,1]");
    assertThat(anna.put(vote + "/answer", "{\"answer\": 0}").status()).isEqualTo(409);
    assertThat(anna.get(url + "/talk").json().at("/vote/counts").toString()).isEqualTo("[0,1]");
    lead.post(vote + "/leaving", "{}");
    assertThat(anna.get(url + "/talk").json().get("vote").isNull()).isTrue();
    assertThat(ids(lead.get(url + "/votes").json().get("items")))
        .containsExactly(prepared.text("id"));
    assertThat(anna.get(url + "/votes").status()).isEqualTo(403);
    assertThat(lead.post(talk + "/votes/" + prepared.text("id") + "/removal", "{}").status())
        .isEqualTo(409);
  }

  private static List<String> ids(JsonNode items) {
    return items.valueStream().map(item -> item.get("id").asString()).toList();
  }

  private static byte[] png() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(160, 90, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}

package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.web.Role;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A talk with slides at two depths and votes between them, by forms without script. */
@AllmendeTest
class TalkTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @Autowired SlideStore slides;
  @Autowired VoteStore votes;
  @Autowired JdbcClient sql;
  @LocalServerPort int port;

  private Caller lead;
  private Workshop workshop;
  private Phase talk;
  private String page;
  private String room;

  @BeforeEach
  void plan() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    Tenant lab = fixtures.town("Labor");
    Answer planned =
        Caller.at(port)
            .with(fixtures.token(lab, Role.FACILITATOR))
            .post(
                "/" + lab.slug() + "/api/v1/workshops",
                """
                {"title": "Offene Daten für Alle", "startsAt": "2099-12-03T13:00:00Z",
                 "endsAt": "2099-12-03T17:00:00Z", "template": "odfa-240"}
                """);
    workshop = workshops.get(new WorkshopId(planned.text("id")));
    talk =
        workshop.phases().stream()
            .filter(phase -> phase.kind() == PhaseKind.INPUT)
            .findFirst()
            .orElseThrow();
    lead = fixtures.browser(port, lab, Role.FACILITATOR);
    page = workshop.url("/talks/" + talk.key());
    room = workshop.url("/room");
  }

  @Test
  void becomesAStepOnceThereIsSomethingToShow() throws IOException {
    List<Phase> before = workshop.steps();
    assertThat(before).doesNotContain(talk);
    assertThat(upload("folien.pdf", pdf("Was sind Daten?", "Wem gehören sie?")).status())
        .isEqualTo(303);

    assertThat(slides.of(talk.id()))
        .extracting(Slide::position, Slide::depth, Slide::words, Slide::type)
        .containsExactly(
            tuple(0, SlideDepth.BASICS, "Was sind Daten?", "image/png"),
            tuple(1, SlideDepth.BASICS, "Wem gehören sie?", "image/png"));
    Workshop now = workshops.get(workshop.id());
    assertThat(now.steps()).hasSize(before.size() + 1);
    assertThat(now.next().orElseThrow().id()).isEqualTo(talk.id());
  }

  @Test
  void followsTheTalkAndLetsOthersLookDeeper() throws IOException {
    upload("folien.pdf", pdf("Grundlage eins", "Mehr zu eins", "Grundlage zwei"));
    List<Slide> all = slides.of(talk.id());
    lead.submit(
        page,
        page + "/slides/" + all.get(1).id(),
        Map.of("depth", "more", "words", "Mehr zu eins"));
    Caller anna = join("Anna");
    lead.submit(room, room + "/next", Map.of("seen", ""));
    assertThat(anna.get(room).body()).contains("Gleich beginnt der Vortrag");
    assertThat(picture(anna, all.get(0)).status()).isEqualTo(404);

    String before = version(anna);
    show(all.get(0));
    assertThat(version(anna)).isNotEqualTo(before);
    assertThat(anna.get(room).body())
        .contains("alt=\"Grundlage eins\"", "Folie 1 von 2", "Ich will mehr wissen")
        .doesNotContain("Grundlage zwei");
    assertThat(beamer()).contains("alt=\"Grundlage eins\"").doesNotContain("Grundlage zwei");
    Answer own = anna.get(room + "?slide=" + all.get(1).id());
    assertThat(own.body()).contains("alt=\"Mehr zu eins\"", "Zurück zum Vortrag");
    assertThat(picture(anna, all.get(1)).status()).isEqualTo(200);
    assertThat(picture(anna, all.get(2)).status()).isEqualTo(404);

    assertThat(lead.get(room).body()).contains("name=\"to\" value=\"" + all.get(2).id() + "\"");
    show(all.get(2));
    assertThat(anna.get(room).body()).contains("alt=\"Grundlage zwei\"", "Folie 2 von 2");
    assertThat(anna.get(room + "?slide=" + all.get(0).id()).body())
        .contains("alt=\"Grundlage eins\"");
    Answer refused = anna.submit(room, room + "/slide", Map.of("to", all.get(0).id()));
    assertThat(refused.status()).isNotEqualTo(303);
    assertThat(Caller.at(port).get(room + "/slides/" + all.get(0).id()).status()).isEqualTo(403);
  }

  @Test
  void countsVotesOnceForEachPersonAndForgetsWhoChoseWhat() {
    lead.submit(page, page + "/votes", question("Haben Sie schon Daten geöffnet?"));
    Vote vote = votes.of(talk.id()).getFirst();
    Caller anna = join("Anna");
    Caller ben = join("Ben");
    lead.submit(room, room + "/next", Map.of("seen", ""));
    assertThat(answer(anna, vote, 0).status()).isEqualTo(409);
    lead.submit(room, room + "/votes/" + vote.id() + "/opening", Map.of());

    assertThat(answer(anna, vote, 0).status()).isEqualTo(303);
    assertThat(answer(anna, vote, 2).status()).isEqualTo(303);
    assertThat(answer(ben, vote, 1).status()).isEqualTo(303);
    assertThat(answer(ben, vote, 6).status()).isEqualTo(422);
    assertThat(answer(lead, vote, 1).status()).isEqualTo(403);
    assertThat(lead.get(room).body()).contains("2 von 2 haben geantwortet");
    assertThat(anna.get(room).body())
        .contains("Sie können Ihre Antwort ändern")
        .doesNotContain("haben geantwortet", "vote-result__number");
    assertThat(beamer())
        .contains("Haben Sie schon Daten geöffnet?", "2 von 2 haben geantwortet")
        .doesNotContain("vote-result__number");

    lead.submit(room, room + "/votes/" + vote.id() + "/closing", Map.of());
    assertThat(votes.find(vote.id()).orElseThrow().counts()).containsExactly(0, 1, 1);
    assertThat(
            sql.sql("select count(*) from workshop_vote_choice where vote = ?")
                .param(vote.id())
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(answer(ben, vote, 0).status()).isEqualTo(409);
    assertThat(anna.get(room).body())
        .contains("vote-result__number", "50 %", "2 Personen haben geantwortet");
    assertThat(beamer()).contains("vote-result__number", "50 %");
    assertThat(Caller.at(port).get(workshop.url("/results/votes")).status()).isEqualTo(403);
    assertThat(lead.get(workshop.url("/results/votes")).body())
        .contains("Haben Sie schon Daten geöffnet?", "50 %");
  }

  @Test
  void asksSpontaneouslyAndClosesWhenTheTalkIsOver() throws IOException {
    upload("bild.png", png());
    lead.submit(room, room + "/next", Map.of("seen", ""));
    Answer wrong =
        lead.submit(room, room + "/votes", Map.of("question", "Was nun?", "answers", "Eins"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("Geben Sie 2 bis 6 Antworten");
    lead.submit(room, room + "/votes", question("Was nun?"));
    assertThat(votes.of(talk.id())).extracting(Vote::state).containsExactly(VoteState.OPEN);
    String slide = slides.of(talk.id()).getFirst().id();
    assertThat(lead.submit(room, room + "/slide", Map.of("to", slide)).status()).isEqualTo(409);
    lead.submit(room, room + "/next", Map.of("seen", talk.key()));
    assertThat(votes.of(talk.id())).extracting(Vote::state).containsExactly(VoteState.CLOSED);
    assertThat(votes.of(talk.id()).getFirst().counts()).containsExactly(0, 0, 0);
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    Answer text = upload("folien.pdf", "Nur ein Text".getBytes(StandardCharsets.UTF_8));
    assertThat(text.status()).isEqualTo(422);
    assertThat(text.body()).contains("ist kein PNG, JPEG, WebP oder PDF");
    assertThat(
            upload("kaputt.pdf", "%PDF-1.7 und sonst nichts".getBytes(StandardCharsets.UTF_8))
                .body())
        .contains("Dieses PDF lässt sich nicht lesen");
    assertThat(upload("lang.pdf", pdf(new String[81])).body()).contains("mehr als 80 Seiten");
    assertThat(slides.of(talk.id())).isEmpty();
  }

  private String beamer() {
    return lead.get(workshop.url("/beamer")).body();
  }

  private Answer upload(String name, byte[] content) {
    return lead.upload(page + "/slides?_csrf=" + lead.csrf(page), name, content);
  }

  private void show(Slide slide) {
    Answer shown = lead.submit(room, room + "/slide", Map.of("to", slide.id()));
    assertThat(shown.status()).as(shown.body()).isEqualTo(303);
  }

  private Answer answer(Caller by, Vote vote, int answer) {
    return by.submit(
        room, room + "/votes/" + vote.id() + "/answer", Map.of("answer", String.valueOf(answer)));
  }

  private Answer picture(Caller by, Slide slide) {
    return by.get(room + "/slides/" + slide.id());
  }

  private String version(Caller by) {
    return by.get(room + "/state").text("version");
  }

  private static Map<String, String> question(String question) {
    return Map.of("question", question, "answers", "Ja\nNein\nWeiß nicht");
  }

  private Caller join(String name) {
    Caller caller = Caller.at(port);
    caller.submit(
        workshop.url("/join"),
        workshop.url("/join"),
        Map.of("code", workshop.joinCode().text(), "name", name));
    return caller;
  }

  private static byte[] pdf(String... pages) throws IOException {
    try (var document = new PDDocument()) {
      var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      for (String words : pages) {
        var page = new PDPage();
        document.addPage(page);
        if (words != null) {
          try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, 24);
            content.newLineAtOffset(72, 600);
            content.showText(words);
            content.endText();
          }
        }
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static byte[] png() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(160, 90, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}

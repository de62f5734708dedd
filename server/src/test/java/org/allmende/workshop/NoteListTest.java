package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.web.Role;
import org.allmende.board.NoteId;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Everything on a board as CSV, as JSON and on paper. */
@AllmendeTest
class NoteListTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired Workshops workshops;
  @Autowired ReadableResults readable;
  @Autowired NoteListPdf pdf;
  @LocalServerPort int port;

  private Tenant lab;
  private String facilitator;
  private Caller api;
  private Caller browser;
  private String url;
  private Workshop workshop;

  @BeforeEach
  void write() {
    var fixtures = new WorkshopFixtures(tenants, people, tokens);
    lab = fixtures.town("Labor");
    facilitator = fixtures.token(lab, Role.FACILITATOR);
    api = Caller.at(port);
    browser = fixtures.browser(port, lab, Role.FACILITATOR);
    String workshopsUrl = "/" + lab.slug() + "/api/v1/workshops";
    Answer planned =
        api.post(
            workshopsUrl,
            facilitator,
            """
            {"title": "Bäume & Wege", "startsAt": "2026-12-03T13:00:00Z",
             "endsAt": "2026-12-03T14:30:00Z", "template": "empty"}
            """);
    workshop = workshops.get(lab.id(), planned.text("id"));
    url = workshopsUrl + "/" + workshop.id();
    api.post(url + "/phase", facilitator, "{\"to\":\"next\"}");
    String anna =
        api.post(
                url + "/join",
                null,
                "{\"code\":\"" + workshop.joinCode() + "\",\"name\":\"Anna Geheim\"}")
            .text("token");
    String trees = note(anna, "Wo stehen 🌳, die „über 100“ sind?");
    String table =
        api.post(
                url + "/join",
                null,
                "{\"code\":\"" + workshop.joinCode() + "\",\"name\":\"Tisch 3\",\"people\":4}")
            .text("token");
    note(table, "=HYPERLINK(\\\"https://boese.example\\\";\\\"hier\\\")");
    api.put(url + "/notes/" + trees + "/dots", anna, "{\"count\":2}");
    api.post(url + "/notes/" + trees + "/harvest", facilitator, "{\"as\":\"idea\"}");
  }

  private String note(String token, String text) {
    Answer written =
        api.post(url + "/notes", token, "{\"text\":\"" + text + "\",\"hat\":\"private\"}");
    assertThat(written.status()).as(written.body()).isEqualTo(201);
    return written.text("id");
  }

  private Answer list(String ending) {
    return browser.get(workshop.url("/results/notes" + ending));
  }

  @Test
  void theTableSaysWhatTheResultsSay() {
    Answer csv = list(".csv");
    assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(csv.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"workshop-" + workshop.id() + ".csv\"");
    assertThat(csv.body())
        .isEqualTo(
            """
            \uFEFF"Runde";"Gruppe";"Feld";"Notiz";"Hut";"Punkte";"Aufwand";"Risiko";"Später dazu";"Geparkt";"Wurde";"Tisch";"Kommentare"
            "%1$s";"";"%2$s";"Wo stehen 🌳, die „über 100“ sind?";"Privat, Verein";"2";"";"";"";"";"Idee";"";""
            "%1$s";"";"%2$s";"'=HYPERLINK(""https://boese.example"";""hier"")";"Privat, Verein";"0";"";"";"";"";"";"Tisch 3";""
            """
                .formatted(
                    workshop.collecting().getFirst().title(),
                    api.get(url, null).json().at("/phases/0/zones/0/title").asString())
                .replace("\n", "\r\n"));
  }

  @Test
  void theListForProgramsIsTheSame() {
    var notes = JsonMapper.shared().readTree(list(".json").body()).get("notes");
    assertThat(notes.valueStream().map(note -> note.get("text").asString()))
        .containsExactly(
            "Wo stehen 🌳, die „über 100“ sind?", "=HYPERLINK(\"https://boese.example\";\"hier\")");
    assertThat(notes.get(0).get("became").asString()).isEqualTo("idea");
    assertThat(notes.get(0).get("dots").asInt()).isEqualTo(2);
    assertThat(notes.get(1).get("table").asString()).isEqualTo("Tisch 3");
    assertThat(notes.get(0).propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "phase",
            "table",
            "group",
            "zone",
            "text",
            "hat",
            "dots",
            "effort",
            "risk",
            "late",
            "parked",
            "on",
            "became",
            "comments");
  }

  @Test
  void thePaperHasAListForEachZoneThatCanBeListenedTo() throws IOException {
    Results results = readable.of(workshop);
    Results.Said said = results.rounds().getFirst().zones().getFirst().notes().getFirst();
    Map<NoteId, List<String>> comments = Map.of(said.note().id(), List.of("Fällt jährlich an"));
    byte[] paper = pdf.of(lab, workshop, results, Withheld.of(results, comments), Locale.GERMAN);

    try (PDDocument document = Loader.loadPDF(paper)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains(
              "Alle Notizen aus „Bäume & Wege“",
              workshop.collecting().getFirst().title(),
              "die „über 100“ sind?",
              "Privat, Verein · 2 Punkte · Idee",
              "Kommentar: Fällt jährlich an",
              "=HYPERLINK",
              "Privat, Verein · 0 Punkte · Tisch 3");
      var catalog = document.getDocumentCatalog();
      assertThat(catalog.getLanguage()).isEqualTo("de");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
      assertThat(catalog.getDocumentOutline().hasChildren()).isTrue();
      PDResources used = document.getPage(0).getResources();
      for (COSName name : used.getFontNames()) {
        assertThat(used.getFont(name).isEmbedded()).as(name.getName()).isTrue();
      }
    }
    Answer file = list(".pdf");
    assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(file.body()).startsWith("%PDF-");
  }

  @Test
  void whoLeadsReadsWhichTableWroteANote() {
    assertThat(list("").body()).contains("· Tisch 3").doesNotContain("Anna");
  }

  @Test
  void everybodyTakesItAlongOnceItIsReleased() {
    Caller stranger = Caller.at(port);
    String notes = workshop.url("/results/notes");
    for (String ending : new String[] {"", ".pdf", ".csv", ".json"}) {
      assertThat(stranger.get(notes + ending).status()).as(ending).isEqualTo(403);
    }
    api.post(url + "/release", facilitator, "{}");
    for (String ending : new String[] {"", ".pdf", ".csv", ".json"}) {
      Answer taken = stranger.get(notes + ending);
      assertThat(taken.status()).as(ending).isEqualTo(200);
      if (!ending.equals(".pdf")) {
        assertThat(taken.body()).contains("🌳").doesNotContain("Anna", "Tisch 3");
      }
    }
  }
}

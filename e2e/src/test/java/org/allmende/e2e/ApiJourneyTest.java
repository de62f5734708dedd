package org.allmende.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The journey by the JSON API alone, from a note to the mailbox of the person who wrote it. */
class ApiJourneyTest {

  private static final String DEPARTMENT = "Fachbereich 8, Grünflächen und Umwelt";

  private final URI home = Program.demo();
  private final Api anybody = new Api(home, "moers", null);
  private final Api lab = new Api(home, "reallabor", "demo-facilitator-reallabor");
  private final Api steward = anybody.as("demo-steward-moers");
  private final Api officer = anybody.as("demo-officer-moers");
  private final String word = Words.fresh();

  @Test
  void fromNoteToMailbox() {
    MailBox author = new MailBox(home, Words.address("autorin"));
    JsonObject before = anybody.get("figures");

    JsonObject workshop = workshop();
    String room = "workshops/" + text(workshop, "id");
    openPhase(room, "Potenziale");
    Api anna =
        join(
            room,
            workshop,
            Map.of(
                "name",
                "Anna",
                "tenant",
                "moers",
                "department",
                DEPARTMENT,
                "contact",
                author.address()));
    Api bert = join(room, workshop, Map.of("name", "Bert", "tenant", "kleve"));

    String offer =
        text(bert.create(room + "/notes", Map.of("text", "Sitzbänke mit Schatten: " + word)), "id");
    assertThat(anna.items(room + "/notes")).extracting(note -> text(note, "id")).contains(offer);
    openPhase(room, "Wissen über den Beruf hinaus");
    String need = "Wo kann ich im Sommer im Schatten auf einer Bank am " + word + " sitzen?";
    String note =
        text(anna.create(room + "/notes", Map.of("text", need, "hat", "volunteer")), "id");
    String aside =
        text(
            bert.create(room + "/notes", Map.of("text", "Wer pflegt die Bänke am " + word + "?")),
            "id");
    bert.put(room + "/notes/" + note + "/dots", Map.of("count", 3));
    assertThat(
            bert.answer("PUT", room + "/notes/" + aside + "/dots", Map.of("count", 9), null)
                .status())
        .isBetween(400, 499);

    JsonObject potential = harvest(room, offer, Map.of("as", "potential", "topic", "baumkataster"));
    JsonObject wish = harvest(room, note, Map.of("as", "wish"));
    harvest(room, aside, Map.of("as", "question"));
    String path = "wishes/" + text(wish, "id");
    assertThat(anybody.answer("GET", path, null, null).status())
        .as("internal until released")
        .isBetween(400, 499);
    lab.post(room + "/release", Map.of());
    author.confirm();

    List<JsonObject> suggestions = steward.items(path + "/suggestions");
    assertThat(suggestions)
        .anySatisfy(suggestion -> {
          assertThat(text(suggestion, "id")).isEqualTo(text(potential, "id"));
          assertThat(suggestion.getAsJsonArray("reasons")).isNotEmpty();
        });
    steward.create(
        path + "/matches",
        Map.of("kind", "potential", "id", text(potential, "id"), "tenant", "kleve"));
    LocalDate due = LocalDate.now().plusDays(40);
    JsonObject commitment =
        steward.create(
            path + "/commitments",
            Map.of(
                "department",
                DEPARTMENT,
                "owner",
                "Sachgebiet Bänke",
                "dueOn",
                due.toString(),
                "text",
                "Alle Bänke mit Schatten"));
    author.holds("Zugesagt bis");
    officer.patch(
        "commitments/" + text(commitment, "id"),
        Map.of("note", "Die Liste " + word + " liegt vor."));
    author.holds("Die Liste " + word + " liegt vor.");

    JsonObject dataset = dataset();
    publish(dataset, commitment);
    author.holds("Veröffentlicht");
    anybody.create(
        "datasets/" + text(dataset, "id") + "/uses",
        Map.of("title", "Karte " + word, "url", "https://karte.example/"));
    author.holds("Genutzt");

    assertThat(anybody.items(path + "/thread"))
        .extracting(knot -> text(knot, "kind"))
        .contains("note", "wish", "match", "commitment", "progress", "dataset", "use", "told");
    assertThat(Api.open(home.resolve("/moers/catalog.ttl")).text())
        .contains("Bänke im Schatten " + word);
    assertFiguresMoved(before);
  }

  @Test
  void statedByAnybodyAndRefusedWithAReason() {
    MailBox wisher = new MailBox(home, Words.address("wunsch"));
    JsonObject wish =
        anybody.create(
            "wishes",
            Map.of(
                "need",
                "Wie alt sind die Ampeln am " + word + "?",
                "purpose",
                "Für den Schulweg",
                "contact",
                wisher.address()));
    assertThat(text(wish, "privateUrl")).startsWith("http");
    wisher.confirm();
    String path = "wishes/" + text(wish, "id");
    steward.create(
        path + "/refusals",
        Map.of("code", "not_collected", "reason", "Das Alter " + word + " führt niemand."));
    assertThat(wisher.holds("Das Alter " + word + " führt niemand.").subject())
        .startsWith("Abgelehnt");
    anybody.create(path + "/supports", Map.of("organisation", "Radverein " + word));
  }

  private JsonObject workshop() {
    Instant start = Instant.now().plus(1, ChronoUnit.DAYS);
    return lab.create(
        "workshops",
        Map.of(
            "title", "Offene Daten für Alle " + word,
            "startsAt", start.toString(),
            "endsAt", start.plus(4, ChronoUnit.HOURS).toString(),
            "template", "odfa-240",
            "coHosts", List.of("moers", "kleve", "geldern")));
  }

  private void openPhase(String room, String title) {
    var phases = lab.get(room).getAsJsonArray("phases");
    String id =
        phases.asList().stream()
            .map(phase -> phase.getAsJsonObject())
            .filter(phase -> text(phase, "title").equals(title))
            .map(phase -> text(phase, "id"))
            .findFirst()
            .orElseThrow();
    lab.post(room + "/phase", Map.of("to", id));
    assertThat(text(lab.get(room), "current")).isEqualTo(id);
  }

  private Api join(String room, JsonObject workshop, Map<String, String> person) {
    var body = new java.util.HashMap<>(person);
    body.put("code", text(workshop, "joinCode"));
    Api participants = new Api(home, "reallabor", null);
    return participants.as(text(participants.create(room + "/join", body), "token"));
  }

  private JsonObject harvest(String room, String note, Map<String, String> as) {
    return lab.create(room + "/notes/" + note + "/harvest", as);
  }

  private JsonObject dataset() {
    return officer.create(
        "datasets",
        Map.of(
            "title", "Bänke im Schatten " + word,
            "description", "Wo in Moers Bänke im Schatten stehen.",
            "department", DEPARTMENT,
            "license", "dl-zero-de/2.0",
            "contact", "Datenstelle <daten@moers.example>"));
  }

  private void publish(JsonObject dataset, JsonObject commitment) {
    String path = "datasets/" + text(dataset, "id");
    JsonObject file = officer.upload(path + "/files", "baenke.csv", Table.of(word));
    JsonObject reading = file.getAsJsonObject("reading");
    assertThat(text(reading, "delimiter")).isEqualTo(";");
    assertThat(reading.get("rows").getAsInt()).isEqualTo(3);
    officer.put(path + "/files/" + text(file, "id") + "/reading", Map.of("headerLine", 2));
    steward.create(
        path + "/publication",
        Map.of(
            "commitment", text(commitment, "id"),
            "checks",
                Map.of("legal", true, "personalData", true, "license", true, "contact", true)));
    JsonObject row =
        anybody.items(path + "/files/" + text(file, "id") + "/rows?limit=1").getFirst();
    assertThat(row.get("Nr").getAsString()).isEqualTo("0017");
    assertThat(row.get("Fläche").getAsBigDecimal()).isEqualByComparingTo("1234.5");
    assertThat(row.get("geprüft am").getAsString()).isEqualTo("2026-05-12");
  }

  private void assertFiguresMoved(JsonObject before) {
    JsonObject after = anybody.get("figures");
    for (String figure : List.of("wished", "published", "used")) {
      assertThat(after.get(figure).getAsInt())
          .as(figure)
          .isGreaterThan(before.get(figure).getAsInt());
    }
  }

  private static String text(JsonObject json, String name) {
    assertThat(json.get(name)).as("%s of %s", name, json).isNotNull();
    return json.get(name).getAsString();
  }
}

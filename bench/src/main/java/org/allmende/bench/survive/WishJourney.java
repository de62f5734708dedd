package org.allmende.bench.survive;

import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.allmende.bench.Api;

/** One wish from the first sentence to the use of the data, or to its refusal. */
final class WishJourney {
  private static final int MOST_SUPPORTS = 4;

  private final Town town;
  private final Ledger ledger;
  private final Random random;
  private final String word;
  private final Persistent persistent;
  private final Followers followers;
  private final Api staff;
  private final String need;
  private String wish = "";

  WishJourney(Town town, Ledger ledger, Random random, String word) {
    this.town = town;
    this.ledger = ledger;
    this.random = random;
    this.word = word;
    this.persistent = new Persistent(ledger);
    this.followers = Followers.of(ledger);
    this.staff = town.staff();
    this.need = "Wo steht am " + word + " eine Bank im Schatten?";
  }

  void run() throws InterruptedException {
    listed();
    int supports = support();
    if (random.nextInt(5) == 0) {
      refuse();
      thread(List.of("refusal"), supports);
      return;
    }
    match();
    String commitment = commit();
    int progress = progress(commitment);
    String dataset = dataset();
    upload(dataset);
    publish(dataset, commitment);
    int uses = use(dataset);
    List<String> knots = new java.util.ArrayList<>(List.of("match", "commitment", "dataset"));
    for (int i = 0; i < progress; i++) {
      knots.add("progress");
    }
    for (int i = 0; i < uses; i++) {
      knots.add("use");
    }
    thread(knots, supports);
  }

  /** Only as far as the list, for others to go on from there; the id of the wish. */
  String listed() throws InterruptedException {
    state();
    list();
    return wish;
  }

  Followers followers() {
    return followers;
  }

  private void state() throws InterruptedException {
    String wisher = word + ".wunsch@post.example";
    Api.Answer stated =
        persistent.act(
            "wish",
            key ->
                town.anybody()
                    .send("POST", "wishes", Map.of("need", need, "contact", wisher), key));
    wish = stated.text("id");
    followers.add(wisher);
    ledger.fact(
        new Fact(
            "wish",
            need,
            t -> t.staff().get("wishes/" + wish).text("need").equals(need) ? 1 : 0,
            t -> t.count("select count(*) from wish_wish where need = ?", need)));
  }

  private void list() throws InterruptedException {
    persistent.act(
        "listing", key -> staff.send("POST", "wishes/" + wish + "/listing", Map.of(), key));
    followers.told("Ihr Wunsch steht auf der Liste", word);
    ledger.fact(
        new Fact(
            "listing",
            need,
            t -> t.anybody().get("wishes/" + wish).status() == 200 ? 1 : 0,
            t -> steps(t, "listed")));
  }

  private long steps(Town t, String kind) throws Exception {
    return t.count("select count(*) from wish_step where wish = ? and kind = ?", wish, kind);
  }

  /** Some leave an address and some do not. */
  private int support() throws InterruptedException {
    int supports = 1 + random.nextInt(MOST_SUPPORTS);
    for (int i = 0; i < supports; i++) {
      String club = "Verein " + word + " " + i;
      String address = word + "." + i + "@post.example";
      boolean named = random.nextInt(3) > 0;
      Map<String, String> body =
          named ? Map.of("organisation", club, "contact", address) : Map.of("organisation", club);
      persistent.act(
          "support", key -> town.anybody().send("POST", "wishes/" + wish + "/supports", body, key));
      if (named) {
        followers.add(address);
      }
      ledger.fact(
          new Fact(
              "support",
              club,
              // One support is not shown, only their number is: asked for with the thread.
              t -> 1,
              t -> t.count("select count(*) from wish_support where organisation = ?", club)));
    }
    return supports;
  }

  private void refuse() throws InterruptedException {
    String reason = "Das erheben wir nicht: " + word;
    persistent.act(
        "refusal",
        key ->
            staff.send(
                "POST",
                "wishes/" + wish + "/refusals",
                Map.of("code", "not-collected", "reason", reason),
                key));
    followers.told("Abgelehnt", word);
    ledger.fact(new Fact("refusal", need, t -> knots(t, "refusal"), t -> steps(t, "refused")));
  }

  private void match() throws InterruptedException {
    String title = "Bänke am " + word;
    String potential =
        persistent
            .act("potential", key -> staff.send("POST", "potentials", Map.of("title", title), key))
            .text("id");
    ledger.fact(
        new Fact(
            "potential",
            title,
            t -> t.staff().get("potentials/" + potential).status() == 200 ? 1 : 0,
            t -> t.count("select count(*) from wish_potential where title = ?", title)));
    persistent.act(
        "match",
        key ->
            staff.send(
                "POST",
                "wishes/" + wish + "/matches",
                Map.of("kind", "potential", "id", potential),
                key));
    followers.told("Passende Daten gefunden", word);
    ledger.fact(
        new Fact(
            "match",
            title,
            t -> knots(t, "match"),
            t -> t.count("select count(*) from wish_match where wish = ?", wish)));
  }

  private String commit() throws InterruptedException {
    Map<String, String> body =
        Map.of(
            "department",
            Town.DEPARTMENT,
            "owner",
            "Sachgebiet " + word,
            "dueOn",
            LocalDate.now().plusDays(30).toString());
    String commitment =
        persistent
            .act(
                "commitment",
                key -> staff.send("POST", "wishes/" + wish + "/commitments", body, key))
            .text("id");
    followers.told("Zugesagt bis", word);
    ledger.fact(
        new Fact(
            "commitment",
            word,
            t -> knots(t, "commitment"),
            t ->
                t.count(
                    "select count(*) from plan_commitment where owner = ?", "Sachgebiet " + word)));
    return commitment;
  }

  /** Says twice how it goes and, now and then, moves the date. */
  private int progress(String commitment) throws InterruptedException {
    report("progress", commitment, "Erste Hälfte erfasst, " + word, Map.of("state", "obtained"));
    report("progress", commitment, "Zweite Hälfte erfasst, " + word, Map.of());
    if (random.nextBoolean()) {
      return 2;
    }
    String due = LocalDate.now().plusDays(40).toString();
    report("new date", commitment, "Später, weil es regnet: " + word, Map.of("dueOn", due));
    return 3;
  }

  private void report(String kind, String commitment, String note, Map<String, String> more)
      throws InterruptedException {
    Map<String, String> body = new java.util.HashMap<>(more);
    body.put("note", note);
    persistent.act(kind, key -> staff.send("PATCH", "commitments/" + commitment, body, key));
    if (kind.equals("progress")) {
      followers.told("Neuer Stand", note);
    } else {
      followers.told("Neues Datum", word);
    }
    ledger.fact(
        new Fact(
            kind,
            note,
            t ->
                t
                    .anybody()
                    .get("commitments/" + commitment)
                    .json()
                    .getAsJsonArray("progress")
                    .asList()
                    .stream()
                    .map(line -> line.getAsJsonObject().get("note"))
                    .filter(said -> said != null && !said.isJsonNull())
                    .filter(said -> said.getAsString().equals(note))
                    .count(),
            t -> t.count("select count(*) from plan_progress where note = ?", note)));
  }

  private String dataset() throws InterruptedException {
    String title = "Sitzbänke am " + word;
    Map<String, String> body =
        Map.of(
            "title",
            title,
            "description",
            "Standorte der Bänke",
            "department",
            Town.DEPARTMENT,
            "license",
            "dl-de/by-2.0",
            "contact",
            "daten@bergheim.example");
    String dataset =
        persistent.act("dataset", key -> staff.send("POST", "datasets", body, key)).text("id");
    ledger.fact(
        new Fact(
            "dataset",
            title,
            t -> t.staff().get("datasets/" + dataset).status() == 200 ? 1 : 0,
            t -> t.count("select count(*) from catalog_dataset where title = ?", title)));
    return dataset;
  }

  private void upload(String dataset) throws InterruptedException {
    String name = word + ".csv";
    String content = "Nr;Name;Länge\n1;" + word + ";1,5\n2;Neuer Wall;2,25\n";
    String file =
        persistent
            .act(
                "upload", key -> staff.upload("datasets/" + dataset + "/files", name, content, key))
            .text("id");
    ledger.fact(
        new Fact(
            "upload",
            name,
            t ->
                t.staff().get("datasets/" + dataset + "/files/" + file + "/rows").items().stream()
                    .filter(row -> row.get("Name").getAsString().equals(word))
                    .count(),
            t -> t.count("select count(*) from catalog_file_version where name = ?", name)));
  }

  private void publish(String dataset, String commitment) throws InterruptedException {
    Map<String, Object> body =
        Map.of(
            "commitment",
            commitment,
            "checks",
            Map.of("legal", true, "personalData", true, "license", true, "contact", true));
    persistent.act(
        "publication",
        key -> staff.send("POST", "datasets/" + dataset + "/publication", body, key));
    followers.told("Veröffentlicht", word);
    ledger.fact(
        new Fact("publication", word, t -> knots(t, "dataset"), t -> steps(t, "published")));
  }

  private int use(String dataset) throws InterruptedException {
    int uses = 1 + random.nextInt(2);
    for (int i = 0; i < uses; i++) {
      String title = "Laufkarte " + word + " " + i;
      persistent.act(
          "use",
          key ->
              town.anybody()
                  .send("POST", "datasets/" + dataset + "/uses", Map.of("title", title), key));
      followers.told("Genutzt", title);
      ledger.fact(
          new Fact(
              "use",
              title,
              t ->
                  t.anybody().get("datasets/" + dataset + "/uses").items().stream()
                      .filter(use -> use.get("title").getAsString().equals(title))
                      .count(),
              t -> t.count("select count(*) from reuse_use where title = ?", title)));
    }
    return uses;
  }

  private long knots(Town t, String kind) throws Exception {
    return t.anybody().get("wishes/" + wish + "/thread").items().stream()
        .filter(knot -> knot.get("kind").getAsString().equals(kind))
        .count();
  }

  /** The whole thread, with nothing missing and nothing twice. */
  private void thread(List<String> knots, int supports) {
    List<String> expected = new java.util.ArrayList<>(knots);
    expected.add("wish");
    expected.add("support");
    expected.sort(null);
    ledger.fact(
        new Fact(
            "(threads)",
            need,
            t -> {
              List<String> found =
                  t.anybody().get("wishes/" + wish + "/thread").items().stream()
                      .map(knot -> knot.get("kind").getAsString())
                      .filter(kind -> !kind.equals("told"))
                      .sorted()
                      .toList();
              if (!found.equals(expected)) {
                ledger.surprise("thread of " + word + ": " + found + " and not " + expected);
              }
              return found.equals(expected) ? 1 : 0;
            },
            t -> {
              JsonObject shown = t.anybody().get("wishes/" + wish).json();
              return shown.get("supporters").getAsInt() == supports + 1 ? 1 : 0;
            }));
  }
}

package org.allmende.bench.survive;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.allmende.bench.Api;

/** One workshop: planned, joined, written and pointed on, harvested, released. */
final class WorkshopJourney {
  private static final int PEOPLE = 4;
  private static final int NOTES = 10;
  private static final int STEPS = 3;

  private record Participant(Api api, BoardSocket socket, List<String> written) {}

  private final Town town;
  private final Ledger ledger;
  private final Random random;
  private final String word;
  private final Persistent persistent;
  private final Api leader;
  private final List<Participant> participants = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Integer> dots = new HashMap<>();
  private String workshop = "";
  private int openings;

  WorkshopJourney(Town town, Ledger ledger, Random random, String word) {
    this.town = town;
    this.ledger = ledger;
    this.random = random;
    this.word = word;
    this.persistent = new Persistent(ledger);
    this.leader = town.staff();
  }

  void run() throws InterruptedException {
    String code = plan();
    // Whoever is there when it begins would be divided into groups, and read only their notes.
    collect();
    for (int i = 0; i < PEOPLE; i++) {
      join(code, i);
    }
    for (int i = 0; i < NOTES; i++) {
      write(i);
    }
    for (int i = 0; i < NOTES; i++) {
      point();
    }
    for (int i = 0; i < STEPS; i++) {
      next();
    }
    harvest("wish", 0);
    harvest("potential", 1);
    harvest("question", 2);
    release();
    participants.forEach(participant -> participant.socket().leave());
  }

  private String path(String rest) {
    return "workshops/" + workshop + rest;
  }

  private String plan() throws InterruptedException {
    String title = "Werkstatt " + word;
    Map<String, String> body =
        Map.of(
            "title",
            title,
            "startsAt",
            "2027-01-12T13:00:00Z",
            "endsAt",
            "2027-01-12T17:00:00Z",
            "template",
            "odfa-240");
    Api.Answer planned =
        persistent.act("workshop", key -> leader.send("POST", "workshops", body, key));
    workshop = planned.text("id");
    ledger.fact(
        new Fact(
            "workshop",
            title,
            t ->
                t.anybody().get("workshops").items().stream()
                    .filter(each -> each.get("title").getAsString().equals(title))
                    .count(),
            t -> t.count("select count(*) from workshop_workshop where title = ?", title)));
    return planned.text("joinCode");
  }

  private void join(String code, int number) throws InterruptedException {
    String name = "Person " + number + " " + word;
    Map<String, String> body = new HashMap<>(Map.of("code", code, "name", name));
    if (number == 0) {
      body.put("contact", word + ".gast@post.example");
    }
    Api.Answer joined =
        persistent.act("join", key -> town.anybody().send("POST", path("/join"), body, key));
    String token = joined.text("token");
    participants.add(
        new Participant(
            town.anybody().as(token),
            new BoardSocket(leader.home(), Town.SLUG, board(), token),
            new ArrayList<>()));
    ledger.fact(
        new Fact(
            "join",
            name,
            t ->
                t.staff().get(path("/participants")).items().stream()
                    .filter(each -> each.get("name").getAsString().equals(name))
                    .count(),
            t -> t.count("select count(*) from workshop_participant where name = ?", name)));
  }

  /** Pages hold the id of a board, the JSON API does not need it. */
  private String board() throws InterruptedException {
    while (true) {
      try {
        return town.text("select id from board_board where owner = ?", "workshop:" + workshop);
      } catch (IOException | java.sql.SQLException later) {
        Thread.sleep(200);
      }
    }
  }

  /** Opens the first step in which notes are taken. */
  private void collect() throws InterruptedException {
    Api.Answer shown = persistent.look(() -> leader.get(path("")));
    String phase =
        shown.json().getAsJsonArray("phases").asList().stream()
            .map(each -> each.getAsJsonObject())
            .filter(each -> each.get("kind").getAsString().equals("collect"))
            .map(each -> each.get("id").getAsString())
            .findFirst()
            .orElseThrow();
    step(phase);
  }

  private void next() throws InterruptedException {
    step("next");
  }

  private void step(String to) throws InterruptedException {
    persistent.act("step", key -> leader.send("POST", path("/phase"), Map.of("to", to), key));
    openings++;
    if (openings == STEPS + 1) {
      ledger.fact(
          new Fact(
              "step",
              word,
              t -> 1,
              t ->
                  1
                      + t.count(
                          "select count(*) from workshop_opening where workshop = ?", workshop)
                      - openings));
    }
  }

  private void write(int number) throws InterruptedException {
    Participant author = participants.get(random.nextInt(PEOPLE));
    String text = "Notiz " + number + " über " + word;
    if (random.nextBoolean()) {
      notes.add(
          persistent
              .act(
                  "note",
                  key -> author.api().send("POST", path("/notes"), Map.of("text", text), key))
              .text("id"));
    } else {
      notes.add(
          overSocket("note (socket)", author, "note.create", null, Map.of("text", text))
              .get("note")
              .getAsString());
    }
    ledger.note(workshop, text);
    author.written().add(text);
    Fact.Look shown =
        t ->
            t.staff().get(path("/notes")).items().stream()
                .filter(note -> note.get("text").getAsString().equals(text))
                .count();
    ledger.fact(
        new Fact(
            "note",
            text,
            shown,
            t -> t.count("select count(*) from board_note where text = ?", text)));
    look(author);
  }

  private JsonObject overSocket(
      String kind,
      Participant by,
      String change,
      @org.jspecify.annotations.Nullable String target,
      Map<String, ?> payload)
      throws InterruptedException {
    JsonObject[] last = new JsonObject[1];
    persistent.act(
        kind,
        key -> {
          last[0] = by.socket().change(key, change, target, payload);
          boolean taken = last[0].get("type").getAsString().equals("ack");
          boolean later = !taken && last[0].get("code").getAsString().equals("too_fast");
          return new Api.Answer(taken ? 200 : later ? 429 : 409, last[0].toString());
        });
    return last[0];
  }

  /** Now and then somebody opens the board anew: what that person wrote must be there at once. */
  private void look(Participant who) throws InterruptedException {
    if (random.nextInt(4) > 0) {
      return;
    }
    try {
      List<String> mine =
          who.socket().board().getAsJsonArray("notes").asList().stream()
              .map(note -> note.getAsJsonObject().get("text").getAsString())
              .toList();
      for (String text : who.written()) {
        long times = mine.stream().filter(text::equals).count();
        if (times != 1) {
          ledger.surprise("the board shows „" + text + "“ " + times + " times");
        }
      }
    } catch (IOException killed) {
      // Somebody else's turn: the server is away.
    }
  }

  /** Each person has five dots for the step; a note is given one or two. */
  private void point() throws InterruptedException {
    int who = random.nextInt(PEOPLE);
    String note = notes.get(random.nextInt(notes.size()));
    String place = who + " " + note;
    int count = 1 + random.nextInt(2);
    int others =
        dots.entrySet().stream()
            .filter(each -> each.getKey().startsWith(who + " "))
            .filter(each -> !each.getKey().equals(place))
            .mapToInt(Map.Entry::getValue)
            .sum();
    if (others + count > 5) {
      return;
    }
    Participant by = participants.get(who);
    if (random.nextBoolean()) {
      persistent.act(
          "dots",
          key ->
              by.api().send("PUT", path("/notes/" + note + "/dots"), Map.of("count", count), key));
    } else {
      overSocket("dots (socket)", by, "dots.set", note, Map.of("count", count));
    }
    dots.put(place, count);
    if (others == 0) {
      ledger.fact(
          new Fact(
              "dots",
              note,
              t ->
                  1
                      + t.staff().get(path("/notes")).items().stream()
                          .filter(each -> each.get("id").getAsString().equals(note))
                          .mapToInt(each -> each.get("dots").getAsInt())
                          .sum()
                      - lying(note),
              t ->
                  1
                      + t.count("select sum(count) from board_dot where note = ?", note)
                      - lying(note)));
    }
  }

  private int lying(String note) {
    return dots.entrySet().stream()
        .filter(each -> each.getKey().endsWith(" " + note))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private void harvest(String as, int number) throws InterruptedException {
    String text = "Aus der Werkstatt " + word + ", " + as;
    String note = notes.get(number);
    Api.Answer harvested =
        persistent.act(
            "harvest",
            key ->
                leader.send(
                    "POST",
                    path("/notes/" + note + "/harvest"),
                    Map.of("as", as, "text", text),
                    key));
    String id = harvested.text("id");
    ledger.fact(
        new Fact(
            "harvest",
            text,
            t ->
                switch (as) {
                  case "wish" -> {
                    List<String> kinds =
                        t.anybody().get("wishes/" + id + "/thread").items().stream()
                            .map(knot -> knot.get("kind").getAsString())
                            .filter(kind -> !kind.equals("told"))
                            .toList();
                    yield kinds.stream().filter("note"::equals).count();
                  }
                  case "potential" -> t.anybody().get("potentials/" + id).status() == 200 ? 1 : 0;
                  default -> 1;
                },
            t -> t.count("select count(*) from workshop_harvest where text = ?", text)));
  }

  private void release() throws InterruptedException {
    persistent.act("release", key -> leader.send("POST", path("/release"), Map.of(), key));
    ledger.fact(
        new Fact(
            "release",
            word,
            t -> t.anybody().get(path("")).json().get("released").getAsBoolean() ? 1 : 0,
            t ->
                t.count(
                    "select count(*) from workshop_workshop where id = ? and released_at is not"
                        + " null",
                    workshop)));
  }
}

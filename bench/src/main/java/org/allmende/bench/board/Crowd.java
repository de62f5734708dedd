package org.allmende.bench.board;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.allmende.bench.Api;
import org.jspecify.annotations.Nullable;

/**
 * People on one board of ours, who write its notes and then change them in turn, in the mix of
 * {@code bin/bench board}.
 */
final class Crowd implements AutoCloseable {

  static final int PEOPLE = 25;

  private static final Gson JSON = new Gson();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How long a note just moved is not used as the place to put another one before. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private static final int TRIES = 8;

  /** As on real boards: short, with compounds. */
  private static final List<String> TEXTS =
      List.of(
          "Freie Hallenzeiten für Vereine",
          "Wo stehen öffentliche Toiletten, und welche sind barrierefrei?",
          "Baustellen der nächsten vier Wochen",
          "Standorte der Trinkbrunnen und Bänke im Schatten",
          "Wie viele Kinder sind in welcher Grundschule angemeldet?");

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Person> people = new ArrayList<>();
  private final List<Written> notes = new ArrayList<>();
  private final Random chance = new Random(500);
  private final AtomicLong seq = new AtomicLong();
  private List<String> zones = List.of();
  private int changes;

  /** A note, its author, and what became of it so far. */
  private static final class Written {

    private final Person author;
    private final String id;
    private String zone;
    private int version = 1;
    private long movedAt;

    private Written(Person author, String id, String zone) {
      this.author = author;
      this.id = id;
      this.zone = zone;
      this.movedAt = System.nanoTime() - SETTLED.toNanos();
    }

    private boolean isSettledIn(String wanted) {
      return zone.equals(wanted) && System.nanoTime() - movedAt > SETTLED.toNanos();
    }
  }

  static Crowd joined(URI home, Map<String, String> board) throws Exception {
    var crowd = new Crowd();
    for (int i = 0; i < PEOPLE; i++) {
      crowd.join(home, board, i);
    }
    return crowd;
  }

  private void join(URI home, Map<String, String> board, int number) throws Exception {
    String tenant = board.getOrDefault("BOARD_TENANT", "");
    Api.Answer place =
        new Api(home, tenant, null)
            .send(
                "POST",
                "workshops/" + board.get("BOARD_WORKSHOP") + "/join",
                Map.of("code", board.get("BOARD_CODE"), "name", "Person " + number),
                null);
    var person = new Person();
    person.line =
        client
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("ws://" + home.getAuthority())
                    .resolve("/" + tenant + "/boards/" + board.get("BOARD_ID") + "/socket"),
                person)
            .join();
    person.say(Map.of("type", "hello", "token", place.text("token"), "lang", "de"));
    zones =
        person.awaits("state").getAsJsonObject("board").getAsJsonArray("zones").asList().stream()
            .map(zone -> zone.getAsJsonObject().get("id").getAsString())
            .toList();
    people.add(person);
  }

  /** Everybody writes a share of so many notes. */
  void write(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      Person author = people.get(i % PEOPLE);
      String zone = zones.get(i % zones.size());
      author.op("note.create", null, Map.of("text", TEXTS.get(i % TEXTS.size()), "zone", zone));
      notes.add(new Written(author, author.awaits("ack").get("note").getAsString(), zone));
    }
  }

  /**
   * So many changes a second for so long, seven of ten a move and three an edit; how many there
   * were, all of them acknowledged.
   */
  int change(int perSecond, int seconds) throws Exception {
    int count = perSecond * seconds;
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      LockSupport.parkNanos(begin + i * 1_000_000_000L / perSecond - System.nanoTime());
      if (i % 10 >= 7) {
        reword();
      } else {
        move(people.get(i % PEOPLE));
      }
    }
    for (Person person : people) {
      person.awaitsAll();
    }
    return count;
  }

  private void reword() {
    Written note = any(notes);
    note.author.op("note.edit", note, Map.of("text", any(TEXTS) + " " + changes));
  }

  /** Into any zone, before any note there that is not moving itself. */
  private void move(Person by) {
    Written note = any(notes);
    String zone = any(zones);
    Map<String, Object> place = new HashMap<>(Map.of("zone", zone));
    IntStream.range(0, TRIES)
        .mapToObj(_ -> any(notes))
        .filter(other -> other != note && other.isSettledIn(zone))
        .findFirst()
        .ifPresent(other -> place.put("before", other.id));
    note.zone = zone;
    note.movedAt = System.nanoTime();
    by.op("note.move", note, place);
  }

  private <T> T any(List<T> all) {
    return all.get(chance.nextInt(all.size()));
  }

  /** The number of the last change. */
  long seq() {
    return seq.get();
  }

  @Override
  public void close() {
    people.forEach(person -> person.line().abort());
    client.close();
  }

  /** One line to the board. */
  private final class Person implements WebSocket.Listener {

    private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private @Nullable WebSocket line;
    private int unanswered;

    private WebSocket line() {
      return Objects.requireNonNull(line);
    }

    void say(Map<String, ?> message) {
      line().sendText(JSON.toJson(message), true).join();
    }

    void op(String kind, @Nullable Written note, Map<String, ?> payload) {
      var op = new JsonObject();
      op.addProperty("type", "op");
      op.addProperty("opId", "change-%07d".formatted(changes++));
      op.addProperty("kind", kind);
      if (note != null) {
        op.addProperty("target", note.id);
        if (kind.equals("note.edit")) {
          op.addProperty("base", note.version++);
        }
      }
      op.add("payload", JSON.toJsonTree(payload));
      unanswered++;
      line().sendText(JSON.toJson(op), true).join();
    }

    /** The next message of the type; a refusal ends the run. */
    JsonObject awaits(String type) throws IOException, InterruptedException {
      while (true) {
        JsonObject message = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (message == null) {
          throw new IOException("no " + type + " in " + PATIENCE);
        }
        String found = message.get("type").getAsString();
        if (found.equals("refused")) {
          throw new IOException(message.toString());
        }
        if (found.equals("ack")) {
          unanswered--;
          seq.accumulateAndGet(message.get("seq").getAsLong(), Math::max);
        }
        if (found.equals(type)) {
          return message;
        }
      }
    }

    void awaitsAll() throws IOException, InterruptedException {
      while (unanswered > 0) {
        awaits("ack");
      }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        // What others are told is of no use here.
        if (part.indexOf("{\"type\":\"op\"") != 0) {
          JsonElement message = JSON.fromJson(part.toString(), JsonElement.class);
          heard.add(message.getAsJsonObject());
        }
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}

package org.allmende.app.command;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A workshop of the rehearsal: people join, and all write and reword notes. */
final class RehearsedBoard {

  private static final int PEOPLE = 24;

  /** As many as one person may make without a pause. */
  private static final int CHANGES = 39;

  private static final int PATIENCE_SECONDS = 60;

  private final RehearsedDemo demo;
  private final CountDownLatch acknowledged = new CountDownLatch(PEOPLE * CHANGES);

  RehearsedBoard(RehearsedDemo demo) {
    this.demo = demo;
  }

  void play() throws IOException, InterruptedException {
    Instant begin = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.DAYS);
    String workshop =
        demo.sent(
            "workshops",
            """
            {"title": "Probe", "startsAt": "%s", "endsAt": "%s", "template": "odfa-240", "capacity": 100}
            """
                .formatted(begin, begin.plus(4, ChronoUnit.HOURS)));
    String id = RehearsedDemo.first("\"id\":\"(\\w+)\"", workshop);
    String code = RehearsedDemo.first("\"joinCode\":\"([^\"]+)\"", workshop);
    String collecting =
        RehearsedDemo.first(
            "\"id\":\"(\\w+)\",\"kind\":\"collect\"", demo.asked("workshops/" + id));
    demo.sent("workshops/" + id + "/phase", "{\"to\": \"" + collecting + "\"}");
    List<WebSocket> lines = new ArrayList<>();
    try {
      for (int i = 0; i < PEOPLE; i++) {
        lines.add(joined(id, code, i));
      }
      if (!acknowledged.await(PATIENCE_SECONDS, SECONDS)) {
        throw new IOException(acknowledged.getCount() + " changes were not acknowledged");
      }
    } catch (CompletionException e) {
      throw new IOException("the board lets nobody in", e);
    } finally {
      lines.forEach(WebSocket::abort);
    }
  }

  private WebSocket joined(String workshop, String code, int number)
      throws IOException, InterruptedException {
    String place =
        demo.sent(
            "workshops/" + workshop + "/join",
            "{\"code\": \"%s\", \"name\": \"Person %d\"}".formatted(code, number));
    String token = RehearsedDemo.first("\"token\":\"([^\"]+)\"", place);
    String room = demo.page("workshops/" + workshop + "/room", token);
    String door = RehearsedDemo.first("data-socket=\"([^\"]+)\"", room);
    URI home = demo.home();
    WebSocket line =
        demo.client()
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("ws://" + home.getAuthority()).resolve(door),
                new Writer("person-" + number))
            .join();
    line.sendText(
            "{\"type\": \"hello\", \"token\": \"%s\", \"lang\": \"de\", \"packed\": true}"
                .formatted(token),
            true)
        .join();
    return line;
  }

  /** Makes the next change when the one before is acknowledged. */
  private final class Writer implements WebSocket.Listener {

    private final String name;
    private final StringBuilder heard = new StringBuilder();
    private String note = "";
    private int made;

    Writer(String name) {
      this.name = name;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket line, ByteBuffer part, boolean last) {
      line.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket line, CharSequence part, boolean last) {
      heard.append(part);
      if (last) {
        hear(line, heard.toString());
        heard.setLength(0);
      }
      line.request(1);
      return null;
    }

    private void hear(WebSocket line, String message) {
      if (message.startsWith("{\"type\":\"ack\"")) {
        if (message.contains("\"note\":\"")) {
          note = message.replaceAll(".*\"note\":\"(\\w+)\".*", "$1");
        }
        acknowledged.countDown();
      }
      boolean isTurn =
          message.startsWith("{\"type\":\"ack\"") || message.startsWith("{\"type\":\"state\"");
      if (isTurn && made < CHANGES) {
        line.sendText(change(made++), true);
      }
    }

    private String change(int turn) {
      String begin = "{\"type\": \"op\", \"opId\": \"%s-change-%d\", ".formatted(name, turn);
      return begin
          + switch (turn % 3) {
            case 0 ->
                "\"kind\": \"note.create\", \"payload\": {\"text\": \"Hallenzeiten für Vereine "
                    + turn
                    + "\"}}";
            case 1 ->
                "\"kind\": \"note.edit\", \"target\": \"%s\", \"base\": 1, \"payload\": {\"text\": \"Freie Hallenzeiten\"}}"
                    .formatted(note);
            default ->
                "\"kind\": \"note.hat\", \"target\": \"%s\", \"payload\": {\"hat\": \"department\"}}"
                    .formatted(note);
          };
    }
  }
}

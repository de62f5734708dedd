package org.allmende.board;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser on a board: a real socket that keeps every frame as it came. */
final class Ear implements WebSocket.Listener, AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  final List<String> frames = new CopyOnWriteArrayList<>();
  private final StringBuilder half = new StringBuilder();
  private final WebSocket socket;
  volatile int closed;

  private Ear(int port, Board board) {
    URI uri = URI.create("ws://localhost:" + port + board.socket());
    socket =
        HTTP.newWebSocketBuilder().header("Accept-Language", "de").buildAsync(uri, this).join();
  }

  /** Connects and says hello; {@code lastSeq} -1 asks for everything. */
  static Ear on(int port, Board board, BoardAccess who, long lastSeq) {
    var ear = new Ear(port, board);
    ear.say("{\"type\":\"hello\",\"token\":\"" + who.person() + "\",\"lastSeq\":" + lastSeq + "}");
    ear.await("welcome", frame -> true);
    return ear;
  }

  void say(String message) {
    socket.sendText(message, true).join();
  }

  /** Sends a change and waits for its answer. */
  JsonNode op(String opId, String kind, @Nullable String target, String payload) {
    send(opId, kind, target, payload);
    return answer(opId);
  }

  void send(String opId, String kind, @Nullable String target, String payload) {
    String about = target == null ? "" : ",\"target\":\"" + target + "\"";
    say(
        "{\"type\":\"op\",\"opId\":\""
            + opId
            + "\",\"kind\":\""
            + kind
            + "\""
            + about
            + ",\"base\":1,\"payload\":"
            + payload
            + "}");
  }

  JsonNode answer(String opId) {
    return await(
        "",
        f ->
            List.of("ack", "refused").contains(type(f))
                && opId.equals(f.path("opId").asString("")));
  }

  /** The first frame of the type that fits, once it has come. */
  JsonNode await(String type, Predicate<JsonNode> fits) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (JsonNode frame : all()) {
        if ((type.isEmpty() || type(frame).equals(type)) && fits.test(frame)) {
          return frame;
        }
      }
      pause();
    }
    throw new AssertionError("no " + type + " in " + frames);
  }

  /** The frames of the type so far. */
  List<JsonNode> all(String type) {
    return all().stream().filter(frame -> type(frame).equals(type)).toList();
  }

  private List<JsonNode> all() {
    return frames.stream().map(JSON::readTree).toList();
  }

  private static String type(JsonNode frame) {
    return frame.path("type").asString("");
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    half.append(data);
    if (last) {
      frames.add(half.toString());
      half.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closed = statusCode;
    return null;
  }

  @Override
  public void close() {
    socket.abort();
  }
}

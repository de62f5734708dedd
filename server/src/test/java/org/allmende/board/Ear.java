package org.allmende.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser on a board: a real socket that keeps every frame as it came. */
public final class Ear implements WebSocket.Listener, AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  public final List<String> frames = new CopyOnWriteArrayList<>();

  /** What came compressed, unpacked. */
  final List<String> packs = new CopyOnWriteArrayList<>();

  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final StringBuilder half = new StringBuilder();
  private final WebSocket socket;

  /** The code with which the server ended the line; 0 before. */
  public volatile int closed;

  /** Why the line broke without a goodbye. */
  volatile @Nullable Throwable broken;

  /** Whether it said what ends a line: bytes, or too long a message. */
  boolean saidTheUnsayable;

  private Ear(int port, String path, List<String> headers) {
    URI uri = URI.create("ws://localhost:" + port + path);
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().header("Accept-Language", "de");
    headers.forEach(line -> builder.header(line.split(": ", 2)[0], line.split(": ", 2)[1]));
    socket = builder.buildAsync(uri, this).join();
  }

  /** Connects with header lines and says nothing yet. */
  public static Ear at(int port, String path, List<String> headers) {
    return new Ear(port, path, headers);
  }

  /** Connects and says hello; {@code lastSeq} -1 asks for everything. */
  static Ear on(int port, Board board, BoardAccess who, long lastSeq) {
    var ear = new Ear(port, board.socket(), List.of());
    ear.say("{\"type\":\"hello\",\"token\":\"" + who.person() + "\",\"lastSeq\":" + lastSeq + "}");
    ear.await("welcome", frame -> true);
    return ear;
  }

  public void say(String message) {
    weigh(message);
    socket.sendText(message, true).join();
  }

  /** Says something in two pieces. */
  void sayInPieces(String message) {
    weigh(message);
    int cut = message.offsetByCodePoints(0, message.codePointCount(0, message.length()) / 2);
    socket.sendText(message.substring(0, cut), false).join();
    socket.sendText(message.substring(cut), true).join();
  }

  private void weigh(String message) {
    saidTheUnsayable |= message.getBytes(StandardCharsets.UTF_8).length > BoardSocket.MESSAGE_BYTES;
  }

  void sayBytes(byte... bytes) {
    saidTheUnsayable = true;
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** Sends a change and waits for its answer. */
  public JsonNode op(String opId, String kind, @Nullable String target, String payload) {
    send(opId, kind, target, payload);
    return answer(opId);
  }

  public void send(String opId, String kind, @Nullable String target, String payload) {
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

  public JsonNode answer(String opId) {
    return await(
        "",
        f ->
            List.of("ack", "refused").contains(type(f))
                && opId.equals(f.path("opId").asString("")));
  }

  /** Whether this change has been refused by now. */
  boolean refused(String opId) {
    return found("refused", f -> opId.equals(f.path("opId").asString(""))).isPresent();
  }

  /** The first frame of the type that fits, once it has come. */
  public JsonNode await(String type, Predicate<JsonNode> fits) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(() -> assertThat(found(type, fits)).as("a frame in %s", frames).isPresent());
    return found(type, fits).orElseThrow();
  }

  private Optional<JsonNode> found(String type, Predicate<JsonNode> fits) {
    return all().stream()
        .filter(frame -> type.isEmpty() || type(frame).equals(type))
        .filter(fits)
        .findFirst();
  }

  /** The frames of the type so far. */
  public List<JsonNode> all(String type) {
    return all().stream().filter(frame -> type(frame).equals(type)).toList();
  }

  private List<JsonNode> all() {
    return frames.stream().map(Ear::read).toList();
  }

  static JsonNode read(String frame) {
    return JSON.readTree(frame);
  }

  private static String type(JsonNode frame) {
    return frame.path("type").asString("");
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
  public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    packed.writeBytes(bytes);
    if (last) {
      packs.add(unpacked(packed.toByteArray()));
      packed.reset();
    }
    webSocket.request(1);
    return null;
  }

  private static String unpacked(byte[] bytes) {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closed = statusCode;
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    broken = error;
  }

  @Override
  public void close() {
    socket.abort();
  }
}

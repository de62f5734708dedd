package org.allmende.nodes;

import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.allmende.base.id.Ids;
import org.allmende.board.Ear;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody on a board who does what the page does: keeps every change until it is acknowledged, and
 * comes back with the last number known.
 */
final class Participant implements AutoCloseable {

  private static final long NOTHING = -1;

  private final String socket;
  private final String token;
  private final List<Ear> ears = new ArrayList<>();
  private final Map<String, String> written = new LinkedHashMap<>();

  Participant(String socket, String token) {
    this.socket = socket;
    this.token = token;
  }

  /** Opens the board, and sends again what was not acknowledged. */
  void connect(Node node) {
    long known = lastSeq();
    List<String> waiting = new ArrayList<>(written.keySet());
    waiting.removeAll(acknowledged());
    var ear = Ear.at(node.port(), socket, List.of());
    ears.add(ear);
    ear.say("{\"type\": \"hello\", \"token\": \"%s\", \"lastSeq\": %d}".formatted(token, known));
    ear.await("welcome", frame -> true);
    waiting.forEach(this::send);
  }

  /** Writes a note and waits for nothing. */
  void write(String text) {
    String opId = Ids.next();
    written.put(opId, text);
    send(opId);
  }

  private void send(String opId) {
    try {
      ears.getLast().send(opId, "note.create", null, "{\"text\": \"" + written.get(opId) + "\"}");
    } catch (CompletionException lineIsDown) {
      // It is kept, as on the page.
    }
  }

  /** Waits until everything written was acknowledged, and until so many notes were told. */
  void isUpToDate(int notes) {
    await()
        .atMost(Pair.PATIENCE)
        .until(() -> acknowledged().size() == written.size() && told().size() >= notes);
  }

  /** Those of the own changes that the server has acknowledged, by id. */
  List<String> acknowledged() {
    return frames("ack").map(ack -> ack.get("opId").asString()).distinct().toList();
  }

  /** The texts of the own notes that were acknowledged. */
  List<String> acknowledgedTexts() {
    return acknowledged().stream().map(written::get).toList();
  }

  /** The texts of the notes told, in the order of their numbers. */
  List<String> told() {
    Map<Long, String> told = new TreeMap<>();
    frames("op")
        .forEach(op -> told.put(op.get("seq").asLong(), op.at("/notes/0/text").asString("")));
    return List.copyOf(told.values());
  }

  private long lastSeq() {
    return Stream.concat(
            frames("op").map(op -> op.get("seq")), frames("state").map(s -> s.at("/board/seq")))
        .mapToLong(JsonNode::asLong)
        .max()
        .orElse(NOTHING);
  }

  private Stream<JsonNode> frames(String type) {
    return ears.stream()
        .flatMap(ear -> ear.frames.stream())
        .map(JsonMapper.shared()::readTree)
        .filter(frame -> frame.get("type").asString().equals(type));
  }

  @Override
  public void close() {
    ears.forEach(Ear::close);
  }
}

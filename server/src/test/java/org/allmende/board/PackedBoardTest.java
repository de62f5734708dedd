package org.allmende.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who asks for packed notes learns just what others learn, and nothing more. */
@AllmendeTest
class PackedBoardTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Autowired Boards boards;
  @Autowired TestBoards tests;
  @LocalServerPort int port;

  @Test
  void everyReaderIsToldTheSameAsInRows() {
    Board board = tests.board(TestBoards.collecting("need").withDots(3));
    BoardAccess anna = tests.participant("Anna");
    BoardAccess bernd = tests.participant("Bernd");
    NoteId first = write(board, anna, "Hallenzeiten");
    NoteId second = write(board, bernd, "Bäume 🌳 \"mit\" Standort");
    write(board, bernd, "Radwege");
    boards.dots(board.id(), bernd, first, 2, null);
    try (Ear ear = Ear.on(port, board, anna, -1)) {
      assertThat(
              List.of(
                  ear.op(
                      "stack-them-0001",
                      "note.stack",
                      second.value(),
                      "{\"onto\":\"" + first + "\"}"),
                  ear.op(
                      "reply-to-it-001",
                      "note.comment",
                      first.value(),
                      "{\"text\":\"Samstags?\"}")))
          .extracting(answer -> answer.path("type").asString())
          .containsOnly("ack");
    }
    for (BoardAccess reader : List.of(anna, bernd, tests.participant("Clara"))) {
      List<ObjectNode> rows = rows(board, reader);
      assertThat(rows).hasSize(3);
      assertThat(packed(board, reader)).isEqualTo(rows);
    }
  }

  @Test
  void theWordsOfCoveredNotesAreInNobodysPack() {
    Board board = tests.board(TestBoards.collecting("need").withNotesCovered());
    BoardAccess anna = tests.participant("Anna");
    write(board, anna, "Streng geheim");

    assertThat(packed(board, anna)).isEqualTo(rows(board, anna)).hasSize(1);
    try (Ear bernd = hello(board, tests.participant("Bernd"))) {
      bernd.await("state", state -> true);
      assertThat(bernd.packs).singleElement().asString().contains("columns");
      assertThat(bernd.packs).noneMatch(pack -> pack.contains("geheim"));
      assertThat(bernd.frames).noneMatch(frame -> frame.contains("geheim"));
    }
  }

  private NoteId write(Board board, BoardAccess by, String text) {
    return boards.note(board.id(), by, new NewNote(text, null, null), null);
  }

  private Ear hello(Board board, BoardAccess reader) {
    Ear ear = Ear.at(port, board.socket(), List.of());
    ear.say("{\"type\":\"hello\",\"packed\":true,\"token\":\"" + reader.person() + "\"}");
    return ear;
  }

  private List<ObjectNode> rows(Board board, BoardAccess reader) {
    try (Ear ear = Ear.on(port, board, reader, -1)) {
      List<ObjectNode> rows = new ArrayList<>();
      ear.await("state", state -> true)
          .path("board")
          .path("notes")
          .forEach(note -> rows.add(whole(note)));
      return rows;
    }
  }

  /** As docs/api/board.md says: the packed ones, and over them those of the state. */
  private List<ObjectNode> packed(Board board, BoardAccess reader) {
    try (Ear ear = hello(board, reader)) {
      JsonNode state = ear.await("state", any -> true);
      JsonNode pack = Ear.read(ear.packs.getFirst());
      Map<String, ObjectNode> notes = new LinkedHashMap<>();
      int length = pack.path("length").asInt();
      String ids = pack.path("ids").asString();
      for (int i = 0; i * length < ids.length(); i++) {
        int at = i;
        ObjectNode note = JSON.createObjectNode();
        note.put("id", ids.substring(at * length, (at + 1) * length));
        pack.path("columns")
            .properties()
            .forEach(column -> note.set(column.getKey(), column.getValue().get(at)));
        notes.put(note.path("id").asString(), whole(note));
      }
      state
          .path("board")
          .path("notes")
          .forEach(note -> notes.put(note.path("id").asString(), whole(note)));
      return List.copyOf(notes.values());
    }
  }

  /** With everything that may be left out, and without the number, which is that of the pack. */
  private static ObjectNode whole(JsonNode note) {
    ObjectNode whole = JSON.createObjectNode();
    whole.put("mine", false).put("own", 0).put("version", 1).put("late", false);
    whole.put("parked", false).putNull("dots").putNull("on").putNull("group");
    whole.putNull("table").putNull("effort").putNull("risk").putArray("comments");
    note.properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
    whole.remove("seq");
    return whole;
  }
}

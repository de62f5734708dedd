package org.allmende.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.allmende.AllmendeTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@AllmendeTest
class GroupWorkTest {

  @Autowired Boards boards;
  @Autowired TestBoards tests;
  @Autowired TestRules rules;
  @LocalServerPort int port;

  @Test
  void eachGroupWritesInItsOwnZoneAndReadsTheOthersOnTheWalk() {
    Board board = tests.board(TestBoards.collecting("need").withDots(2));
    BoardAccess anna = tests.participant("Anna");
    BoardAccess bernd = tests.participant("Bernd");
    BoardAccess late = tests.participant("Clara");
    BoardAccess chair = tests.person("Leitung", BoardAccess.Part.LEADS);
    assertThatThrownBy(() -> boards.workAs(board.id(), GroupWork.APART, null))
        .hasMessage("board.refused.no_groups");
    rules.seat(board.owner(), Map.of(anna.person(), 1, bernd.person(), 2));
    boards.workAs(board.id(), GroupWork.APART, chair.person());

    try (Ear one = Ear.on(port, board, anna, -1);
        Ear two = Ear.on(port, board, bernd, -1);
        Ear lead = Ear.on(port, board, chair, -1)) {
      String note = create(one, "Aus Gruppe 1");
      String other = create(two, "Aus Gruppe 2");
      lead.await("op", op -> op.toString().contains("Aus Gruppe 2"));
      two.await("op", op -> op.path("gone").toString().contains(note));

      assertThat(groups(board, anna)).containsExactly(1, 1);
      assertThat(groups(board, bernd)).containsExactly(2, 2);
      assertThat(groups(board, late)).containsExactly(null, null);
      assertThat(groups(board, chair)).containsExactly(null, null, 1, 1, 2, 2);
      assertThat(two.frames).noneMatch(frame -> frame.contains("Aus Gruppe 1"));
      assertThat(texts(board, bernd)).containsExactly("Aus Gruppe 2");
      assertThat(texts(board, chair)).containsExactly("Aus Gruppe 1", "Aus Gruppe 2");
      String foreign = boards.zones(board.id(), anna).getFirst().id().value();
      assertThat(
              code(
                  op(
                      two,
                      "note.create",
                      null,
                      "{\"text\":\"Drüben\",\"zone\":\"" + foreign + "\"}")))
          .isEqualTo("zone");
      assertThat(code(op(two, "note.comment", note, "{\"text\":\"Aha\"}"))).isEqualTo("gone");
      assertThat(code(op(two, "dots.set", note, "{\"count\":1}"))).isEqualTo("gone");

      boards.workAs(board.id(), GroupWork.WALK, chair.person());
      two.await("state", state -> state.toString().contains("Aus Gruppe 1"));
      assertThat(code(op(two, "note.create", null, "{\"text\":\"Noch was\"}"))).isEqualTo("walk");
      assertThat(type(op(two, "note.comment", note, "{\"text\":\"Gut\"}"))).isEqualTo("ack");
      assertThat(type(op(two, "dots.set", note, "{\"count\":2}"))).isEqualTo("ack");

      boards.workAs(board.id(), GroupWork.TOGETHER, chair.person());
      String common = boards.zones(board.id()).getFirst().id().value();
      String move = "{\"zone\":\"" + common + "\",\"before\":null}";
      assertThat(type(op(two, "note.move", other, move))).isEqualTo("ack");
      assertThat(boards.export(board.id()))
          .extracting(BoardNote::text, each -> each.marks().group())
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("Aus Gruppe 1", 1),
              org.assertj.core.groups.Tuple.tuple("Aus Gruppe 2", 2));
    }
  }

  @Test
  void whoMovesToAnotherGroupIsShownItsZonesAtOnce() {
    Board board = tests.board(TestBoards.collecting("need"));
    BoardAccess anna = tests.participant("Anna");
    BoardAccess bernd = tests.participant("Bernd");
    rules.seat(board.owner(), Map.of(anna.person(), 1, bernd.person(), 2));
    boards.workAs(board.id(), GroupWork.APART, null);
    try (Ear one = Ear.on(port, board, anna, -1);
        Ear two = Ear.on(port, board, bernd, -1)) {
      create(two, "Aus Gruppe 2");
      rules.seat(board.owner(), Map.of(anna.person(), 2, bernd.person(), 2));
      boards.seat(board.id(), null);

      JsonNode state = one.await("state", each -> each.toString().contains("Aus Gruppe 2"));
      assertThat(state.path("board").path("you").path("group").asInt()).isEqualTo(2);
    }
  }

  private List<Integer> groups(Board board, BoardAccess reader) {
    return boards.view(board.id(), reader).zones().stream().map(BoardView.ZoneView::group).toList();
  }

  private List<String> texts(Board board, BoardAccess reader) {
    return boards.view(board.id(), reader).notes().stream().map(BoardView.NoteView::text).toList();
  }

  private static String create(Ear ear, String text) {
    return op(ear, "note.create", null, "{\"text\":\"" + text + "\"}").path("note").asString();
  }

  private static JsonNode op(Ear ear, String kind, @Nullable String note, String payload) {
    return ear.op(UUID.randomUUID().toString(), kind, note, payload);
  }

  private static String type(JsonNode answer) {
    return answer.path("type").asString();
  }

  private static String code(JsonNode answer) {
    return answer.path("code").asString();
  }
}

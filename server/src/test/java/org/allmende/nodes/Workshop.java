package org.allmende.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import tools.jackson.databind.JsonNode;

/** A workshop of the town in the step in which notes are taken. */
final class Workshop {

  private final Pair pair;
  private final String path;
  private final String code;
  private final String board;

  Workshop(Pair pair) {
    this.pair = pair;
    Answer planned =
        made(
            pair.staff,
            "/workshops",
            """
            {"title": "Werkstatt", "template": "short-90", "startsAt": "2099-12-03T13:00:00Z",
             "endsAt": "2099-12-03T17:00:00Z"}\
            """);
    path = "/workshops/" + planned.text("id");
    code = planned.text("joinCode");
    JsonNode phases = pair.staff.get(Pair.api(path)).json().get("phases");
    String collecting =
        StreamSupport.stream(phases.spliterator(), false)
            .filter(phase -> phase.get("kind").asString().equals("collect"))
            .map(phase -> phase.get("id").asString())
            .findFirst()
            .orElseThrow();
    made(pair.staff, path + "/phase", "{\"to\": \"" + collecting + "\"}");
    board =
        pair.sql
            .sql("select id from board_board where owner = ?")
            .param("workshop:" + planned.text("id"))
            .query(String.class)
            .single();
  }

  /** Somebody who joins by the code and opens the board on the node. */
  Participant joined(String name, Node node) {
    String body = "{\"code\": \"%s\", \"name\": \"%s\"}".formatted(code, name);
    String token = made(Caller.at(node.port()), path + "/join", body).text("token");
    var participant = new Participant("/" + Pair.TOWN + "/boards/" + board + "/socket", token);
    participant.connect(node);
    return participant;
  }

  /** The texts of all notes in the order in which the board took them. */
  List<String> notes() {
    return pair.sql
        .sql(
            """
            select n.text from board_op o join board_note n on n.id = o.target
            where o.board = ? and o.kind = 'note.create' order by o.seq
            """)
        .param(board)
        .query(String.class)
        .list();
  }

  private static Answer made(Caller caller, String path, String body) {
    Answer answer = caller.post(Pair.api(path), body);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer;
  }
}

package org.allmende.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server says over the socket; documented in docs/api/board.md. */
sealed interface Message {

  record Limits(int text, int message, int heartbeat) {}

  record Welcome(String type, long seq, Limits limits) implements Message {}

  record State(String type, BoardView board) implements Message {}

  /**
   * @param opId the client's own id, null for changes by others
   */
  record Op(
      String type,
      long seq,
      String kind,
      @Nullable String opId,
      List<BoardView.NoteView> notes,
      List<String> gone,
      List<BoardView.ZoneView> zones,
      @Nullable Integer dotsLeft)
      implements Message {}

  record Ack(String type, String opId, long seq, @Nullable String note) implements Message {}

  record Refused(String type, @Nullable String opId, String code, String reason)
      implements Message {}

  record Moving(String type, String note, String name, boolean on) implements Message {}

  record Presence(String type, int here, int writing) implements Message {}

  record Pong(String type) implements Message {}

  record Bye(String type, String reason) implements Message {}
}

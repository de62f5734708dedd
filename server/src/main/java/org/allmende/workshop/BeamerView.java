package org.allmende.workshop;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allmende.board.BoardView;
import org.allmende.board.NoteId;

/**
 * What the screen in the hall shows.
 *
 * @param board as somebody sees it who wrote nothing
 * @param paper how many of a note's dots came from paper, by note
 * @param address what the code leads to, as people type it
 */
record BeamerView(
    RoomView room,
    BoardView board,
    Map<NoteId, Integer> paper,
    String address,
    QrCode.Drawing code) {

  /** So many zones fit side by side. */
  private static final int FITTING = 4;

  /** Changes whenever the screen would show something else. */
  String version() {
    return Integer.toHexString(Objects.hash(room.version(), board.seq()));
  }

  /** Whether people are still arriving. */
  boolean isWaiting() {
    return room.current() == null && !room.workshop().isOver();
  }

  /** The zones; of many only those something lies in, so that what is there can be read. */
  List<BoardView.ZoneView> zones() {
    List<BoardView.ZoneView> all = board.zones();
    return all.size() <= FITTING
        ? all
        : all.stream().filter(zone -> zone.others() > 0 || !board.notesOf(zone).isEmpty()).toList();
  }

  /** The more lies there, the smaller it is written. */
  String size() {
    int notes = board.notes().size();
    return notes <= 12 ? "few" : notes <= 36 ? "some" : "many";
  }
}

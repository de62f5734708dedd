package org.allmende.board;

import java.util.List;

/** The words the browser's part of the board needs; keys behind {@code board.live.}. */
public final class LiveWords {

  public static final List<String> ALL =
      List.of(
          "saved",
          "offline",
          "waiting",
          "waitingOne",
          "waitingChanges",
          "waitingChangesOne",
          "note",
          "noteWaits",
          "noteGone",
          "yours",
          "menuOf",
          "moves",
          "inStack",
          "dots",
          "dotsOwn",
          "dotGive",
          "dotTake",
          "dotsLeft",
          "coveredCount",
          "coveredCountOne",
          "covered",
          "inZone",
          "tooLong",
          "empty",
          "closed",
          "locked",
          "pinned",
          "place",
          "stacked",
          "lifted",
          "putBack",
          "edit",
          "editLabel",
          "save",
          "cancel",
          "changed",
          "hatChange",
          "delete",
          "deleted",
          "moveTo",
          "moveUp",
          "moveDown",
          "stackOn",
          "unstack",
          "takeBack",
          "throwAway",
          "keptForLater",
          "othersWrote",
          "othersWroteOne",
          "phase");

  private LiveWords() {}
}

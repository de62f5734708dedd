package org.allmende.workshop;

import java.time.Instant;
import java.util.List;
import org.allmende.base.id.PersonId;
import org.allmende.board.GroupWork;
import org.jspecify.annotations.Nullable;

/**
 * The room as one reader finds it.
 *
 * @param reader who looks
 * @param leads whether the reader leads
 * @param current the open phase, null when none is
 * @param next the step after it, null after the last one
 * @param questions what people asked
 * @param covered whether others' notes or dots are covered now
 * @param locked whether only those who lead may change the board
 * @param own the group the reader sits in, null without one
 * @param groupWork how the groups work on the board, null while there are none
 * @param facilitation what is being done besides
 * @param talk the talk going on, null while none is
 * @param arrival what there is to do before the first step
 * @param offers how many contact cards the reader was offered and has not answered
 * @param now the server's time, for the clock
 * @param version changes whenever the reader would see something else outside the board
 */
record RoomView(
    Workshop workshop,
    PersonId reader,
    boolean leads,
    @Nullable Phase current,
    @Nullable Phase next,
    List<Participant> participants,
    QuestionList questions,
    boolean covered,
    boolean locked,
    @Nullable OwnGroup own,
    @Nullable GroupWork groupWork,
    FacilitationView facilitation,
    @Nullable TalkView talk,
    ArrivalView arrival,
    int offers,
    Instant now,
    String version) {

  /** Which step is open, counted from 1; 0 before the first. */
  int step() {
    Phase open = current;
    return open == null ? 0 : workshop.steps().indexOf(open) + 1;
  }

  /** Where the steps stand, for drawing them: at the open one, or at none before the first. */
  int reached() {
    if (workshop.isOver()) {
      return workshop.steps().size();
    }
    return workshop.hasBegun() ? Math.max(step() - 1, done()) : -1;
  }

  private int done() {
    return (int)
        workshop.steps().stream().filter(phase -> phase.state() == PhaseState.CLOSED).count();
  }

  /** Whether the talk that goes on has a slide nobody has seen yet. */
  boolean hasMoreToShow() {
    return talk != null && talk.next() != null;
  }

  /** When what goes on is over: the open phase or, while people arrive, their round in pairs. */
  @Nullable Instant endsAt() {
    Phase open = current;
    return open == null ? arrival.until() : open.endsAt();
  }

  /** Minutes and seconds left of it such as {@code 7:42}; {@code 0:00} when time is up. */
  String left() {
    Instant end = endsAt();
    if (end == null) {
      return "";
    }
    long seconds = Math.max(0, end.getEpochSecond() - now.getEpochSecond());
    return "%d:%02d".formatted(seconds / 60, seconds % 60);
  }
}

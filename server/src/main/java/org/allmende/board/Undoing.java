package org.allmende.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds what somebody did last on a board and has not taken back yet. What takes an operation back
 * stands in the log beside it, in the words of the protocol.
 */
@Component
class Undoing {

  /** They do not change what a note says or where it lies. */
  private static final Set<String> BESIDE = Set.of("dots.set", "note.comment", "note.uncomment");

  private final OperationStore log;
  private final JsonMapper json;

  Undoing(OperationStore log, JsonMapper json) {
    this.log = log;
    this.json = json;
  }

  /**
   * What takes back the last step of the person.
   *
   * @throws Problem 409 if there is none, or if somebody else has changed the note since
   */
  Change.Undo last(LiveBoard board, BoardAccess by) {
    List<LiveBoard.Entry> waiting = board.draft().entries();
    Set<Long> taken = new HashSet<>();
    waiting.stream().map(LiveBoard.Entry::undoes).filter(Objects::nonNull).forEach(taken::add);
    for (LiveBoard.Entry entry : waiting.reversed()) {
      Operation done = entry.operation();
      if (by.person().value().equals(done.actor())
          && !entry.undo().isEmpty()
          && !taken.contains(done.seq())) {
        requireUntouched(done, waiting);
        return new Change.Undo(done.seq(), entry.undo());
      }
    }
    OperationStore.Undoable found =
        log.lastUndoable(board.id(), by.person(), taken, BESIDE)
            .orElseThrow(() -> Problem.conflict("board.refused.nothing_to_undo"));
    if (found.overtaken()) {
      throw overtaken();
    }
    requireUntouched(found.operation(), waiting);
    return new Change.Undo(found.operation().seq(), read(found.undo()));
  }

  private static void requireUntouched(Operation done, List<LiveBoard.Entry> waiting) {
    boolean touched =
        !BESIDE.contains(done.kind())
            && waiting.stream()
                .map(LiveBoard.Entry::operation)
                .anyMatch(later ->
                    later.seq() > done.seq()
                        && Objects.equals(later.target(), done.target())
                        && !Objects.equals(later.actor(), done.actor())
                        && !BESIDE.contains(later.kind()));
    if (touched) {
      throw overtaken();
    }
  }

  private static Problem overtaken() {
    return Problem.conflict("board.refused.overtaken");
  }

  private List<Change.OnNote> read(String undo) {
    List<Change.OnNote> steps = new ArrayList<>();
    for (JsonNode step : json.readTree(undo)) {
      steps.add(new Request(step).change());
    }
    return steps;
  }

  /** One change that takes another back, as an operation of the protocol. */
  record Step(String kind, @Nullable String target, int base, Change.OnNote payload) {

    static Step of(Change.OnNote change) {
      int base = change instanceof Change.EditNote edit ? edit.base() : 0;
      return new Step(change.kind(), change.note(), base, change);
    }
  }
}

package org.allmende.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.allmende.base.web.PlainText;
import org.jspecify.annotations.Nullable;

/** What somebody wants done to a board. */
sealed interface Change {

  /** The word of the protocol. */
  String kind();

  /** Something done to notes by the people on the board. */
  sealed interface OnNote extends Change {

    /** The note it is about; null for one that is not there yet or not known yet. */
    @Nullable String note();
  }

  /** Something done to the whole board by its owner. */
  sealed interface OnBoard extends Change {}

  record CreateNote(String text, @Nullable String zone, @Nullable Hat hat) implements OnNote {
    public CreateNote {
      text = PlainText.of(text);
    }

    @Override
    public @Nullable String note() {
      return null;
    }

    @Override
    public String kind() {
      return "note.create";
    }
  }

  /** Changes the words; {@code base} is the version they were read in. */
  record EditNote(String note, int base, String text) implements OnNote {
    public EditNote {
      text = PlainText.of(text);
    }

    @Override
    public String kind() {
      return "note.edit";
    }
  }

  record ChangeHat(String note, Hat hat) implements OnNote {
    @Override
    public String kind() {
      return "note.hat";
    }
  }

  /** Puts a note before another one; without another at the end of the zone. */
  record MoveNote(String note, String zone, @Nullable String before) implements OnNote {
    @Override
    public String kind() {
      return "note.move";
    }
  }

  record StackNote(String note, String onto) implements OnNote {
    @Override
    public String kind() {
      return "note.stack";
    }
  }

  record UnstackNote(String note) implements OnNote {
    @Override
    public String kind() {
      return "note.unstack";
    }
  }

  record DeleteNote(String note) implements OnNote {
    @Override
    public String kind() {
      return "note.delete";
    }
  }

  record RestoreNote(String note) implements OnNote {
    @Override
    public String kind() {
      return "note.restore";
    }
  }

  record SetDots(String note, int count) implements OnNote {
    @Override
    public String kind() {
      return "dots.set";
    }
  }

  /** Says how much work the note would make and what stands in its way; null for neither. */
  record MarkNote(String note, @Nullable Effort effort, @Nullable Risk risk) implements OnNote {
    @Override
    public String kind() {
      return "note.mark";
    }
  }

  /** Puts a note aside for later, with all that lie on it. */
  record ParkNote(String note) implements OnNote {
    @Override
    public String kind() {
      return "note.park";
    }
  }

  record UnparkNote(String note) implements OnNote {
    @Override
    public String kind() {
      return "note.unpark";
    }
  }

  record CommentNote(String note, String text) implements OnNote {
    public CommentNote {
      text = PlainText.of(text);
    }

    @Override
    public String kind() {
      return "note.comment";
    }
  }

  record UncommentNote(String note, String comment) implements OnNote {
    @Override
    public String kind() {
      return "note.uncomment";
    }
  }

  /**
   * Takes back what the person did last and has not taken back yet.
   *
   * @param of the number of what is taken back
   * @param steps what takes it back
   */
  record Undo(long of, @JsonIgnore List<OnNote> steps) implements OnNote {

    /** Before anybody has looked what was last. */
    static final Undo LAST = new Undo(-1, List.of());

    @Override
    public @Nullable String note() {
      return null;
    }

    @Override
    public String kind() {
      return "note.undo";
    }
  }

  record OpenPhase(String key) implements OnBoard {
    @Override
    public String kind() {
      return "phase.open";
    }
  }

  /**
   * Opens a phase after it has been given these settings.
   *
   * @param endsAt until when a note comes in time, null without a clock
   */
  record OpenPhaseAs(NewPhase phase, @Nullable Instant endsAt) implements OnBoard {
    @Override
    public String kind() {
      return "phase.open";
    }
  }

  /** Makes these the phases of the board. */
  record Arrange(List<NewPhase> phases) implements OnBoard {
    @Override
    public String kind() {
      return "phases.arrange";
    }
  }

  /** Takes all notes off and closes the open phase. */
  record Clear() implements OnBoard {
    @Override
    public String kind() {
      return "board.clear";
    }
  }

  /** Notes of another board lie on this one from now on. */
  record Bring() implements OnBoard {
    @Override
    public String kind() {
      return "notes.bring";
    }
  }

  /** Who may do what has changed; everybody is asked for again. */
  record Recheck() implements OnBoard {
    @Override
    public String kind() {
      return "people.change";
    }
  }

  record Cover(boolean covered) implements OnBoard {
    @Override
    public String kind() {
      return covered ? "notes.hide" : "notes.reveal";
    }
  }

  /** Whether people see in the open phase how many dots the others gave. */
  record ShowTotals(boolean totals) implements OnBoard {
    @Override
    public String kind() {
      return totals ? "dots.reveal" : "dots.hide";
    }
  }

  record Lock(boolean locked) implements OnBoard {
    @Override
    public String kind() {
      return locked ? "board.lock" : "board.unlock";
    }
  }

  record AllowWriting(boolean writing) implements OnBoard {
    @Override
    public String kind() {
      return writing ? "writing.open" : "writing.close";
    }
  }

  /** The clock of the open phase stands at another time now. */
  record EndAt(@Nullable Instant endsAt) implements OnBoard {
    @Override
    public String kind() {
      return "phase.time";
    }
  }

  record WorkAs(GroupWork groups) implements OnBoard {
    @Override
    public String kind() {
      return "groups." + groups.key();
    }
  }

  record AllowMarks(boolean marking) implements OnBoard {
    @Override
    public String kind() {
      return marking ? "marks.open" : "marks.close";
    }
  }

  record AllowDots(int each) implements OnBoard {
    @Override
    public String kind() {
      return "dots.allow";
    }
  }

  /** The words of a note were replaced past the board, because somebody moderated them. */
  record Reword(String note) implements Change {
    @Override
    public String kind() {
      return "note.reword";
    }
  }

  /** Somebody was erased: what these notes kept of that person is gone past the board. */
  record Disown() implements Change {
    @Override
    public String kind() {
      return "note.disown";
    }
  }
}

package org.allmende.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.allmende.base.i18n.Message;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a note beside its words.
 *
 * @param table the name of the table that wrote it with one device, null for a person
 * @param group the group it was written in, counted from 1; null for everybody's
 * @param late whether it was written after the time of its phase was up
 * @param effort null while nobody said
 * @param risk null where nobody sees one
 * @param parked null unless it is parked
 */
public record NoteMarks(
    @Nullable String table,
    @Nullable Integer group,
    boolean late,
    @Nullable Effort effort,
    @Nullable Risk risk,
    @Nullable Parked parked) {

  static final NoteMarks NONE = new NoteMarks(null, null, false, null, null, null);

  /**
   * Put aside for later.
   *
   * @param by null once the person was erased
   */
  public record Parked(@Nullable PersonId by, Instant at) {}

  /** Whether anything is to be read of it, beside that it is parked. */
  public boolean areShown() {
    return table != null || group != null || late || effort != null || risk != null;
  }

  /** What all may read of it, also outside of the room, in this order. */
  public List<Message> words() {
    List<Message> words = new ArrayList<>();
    if (group != null) {
      words.add(Message.of("board.live.group", group));
    }
    if (late) {
      words.add(Message.of("board.live.late"));
    }
    if (effort != null) {
      words.add(Message.of("board.effort." + effort.key()));
    }
    if (risk != null) {
      words.add(Message.of("board.risk." + risk.key()));
    }
    if (parked != null) {
      words.add(Message.of("board.marks.parked"));
    }
    return words;
  }

  static NoteMarks fresh(@Nullable String table, @Nullable Integer group, boolean late) {
    return new NoteMarks(table, group, late, null, null, null);
  }

  NoteMarks judged(@Nullable Effort other, @Nullable Risk otherRisk) {
    return new NoteMarks(table, group, late, other, otherRisk, parked);
  }

  NoteMarks parkedAs(@Nullable Parked other) {
    return new NoteMarks(table, group, late, effort, risk, other);
  }
}

package org.allmende.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Problem;

/**
 * What each change of a note means, on a board that nobody else changes meanwhile. All that may be
 * refused is refused before anything is changed.
 */
final class NoteChanges {

  /** The note it was about, and every note it touched. */
  record Effect(String target, List<String> notes) {

    static Effect on(String note) {
      return new Effect(note, List.of(note));
    }
  }

  private final LiveBoard board;
  private final BoardAccess by;

  NoteChanges(LiveBoard board, BoardAccess by) {
    this.board = board;
    this.by = by;
  }

  /**
   * Makes the change.
   *
   * @throws Problem with a sentence if it is not allowed now
   */
  Effect apply(Change.OnNote change) {
    return switch (change) {
      case Change.CreateNote create -> create(create);
      case Change.EditNote edit -> edit(edit);
      case Change.ChangeHat hat -> hat(hat);
      case Change.MoveNote move -> move(move);
      case Change.StackNote stack -> stack(stack);
      case Change.UnstackNote unstack -> unstack(unstack);
      case Change.DeleteNote delete -> delete(delete);
      case Change.RestoreNote restore -> restore(restore);
      case Change.SetDots dots -> dots(dots);
    };
  }

  private Effect create(Change.CreateNote create) {
    NoteText text = NoteText.of(create.text());
    Phase phase = board.now().writable(by);
    Zone zone = create.zone() == null ? first() : zone(create.zone());
    var note =
        new Note(
            Ids.next(),
            board.id().value(),
            zone.id(),
            Rank.between(board.rankBefore(zone.id(), null), null),
            text.value(),
            create.hat() == null ? phase.hat() : create.hat(),
            by.person().value(),
            null,
            1,
            board.seq() + 1,
            0,
            false);
    board.put(note);
    return Effect.on(note.id());
  }

  private Effect edit(Change.EditNote edit) {
    NoteText text = NoteText.of(edit.text());
    board.now().writable(by);
    Note note = own(edit.note());
    if (note.version() != edit.base()) {
      throw Problem.conflict("board.refused.changed");
    }
    board.put(note.worded(text.value(), note.hat()));
    return Effect.on(note.id());
  }

  private Effect hat(Change.ChangeHat change) {
    board.now().writable(by);
    Note note = own(change.note());
    board.put(note.worded(note.text(), change.hat()));
    return Effect.on(note.id());
  }

  private Effect move(Change.MoveNote move) {
    board.now().orderable(by);
    Note note = seen(move.note());
    Zone zone = zone(move.zone());
    Note before = move.before() == null ? null : seen(move.before());
    if (before != null && !before.zone().equals(zone.id())) {
      throw Problem.conflict("board.refused.changed");
    }
    String upper = before == null ? null : before.rank();
    Note moved =
        note.placed(zone.id(), Rank.between(board.rankBefore(zone.id(), upper), upper), null);
    board.put(moved);
    List<String> touched = new ArrayList<>(List.of(note.id()));
    for (Note lying : board.on(note.id())) {
      board.put(lying.placed(zone.id(), lying.rank(), note.id()));
      touched.add(lying.id());
    }
    if (note.on() != null) {
      touched.add(note.on());
    }
    return new Effect(note.id(), touched);
  }

  private Effect stack(Change.StackNote stack) {
    board.now().orderable(by);
    Note note = seen(stack.note());
    Note onto = seen(stack.onto());
    Note bottom = onto.on() == null ? onto : seen(onto.on());
    if (bottom.id().equals(note.id())) {
      throw Problem.invalid("board.refused.itself");
    }
    List<String> touched = new ArrayList<>(List.of(note.id(), bottom.id()));
    board.put(note.placed(bottom.zone(), last(bottom.zone()), bottom.id()));
    for (Note lying : board.on(note.id())) {
      board.put(lying.placed(bottom.zone(), last(bottom.zone()), bottom.id()));
      touched.add(lying.id());
    }
    return new Effect(note.id(), touched);
  }

  private Effect unstack(Change.UnstackNote unstack) {
    board.now().orderable(by);
    Note note = seen(unstack.note());
    if (note.on() == null) {
      return Effect.on(note.id());
    }
    board.put(note.placed(note.zone(), last(note.zone()), null));
    return new Effect(note.id(), List.of(note.id(), note.on()));
  }

  private Effect delete(Change.DeleteNote delete) {
    if (!by.leads()) {
      board.now().writable(by);
    }
    Note note = note(delete.note());
    if (!note.isBy(by) && !by.leads()) {
      throw Problem.forbidden("board.refused.not_yours");
    }
    List<String> touched = new ArrayList<>(List.of(note.id()));
    List<Note> lying = board.on(note.id()).stream().filter(other -> !other.deleted()).toList();
    for (Note other : lying) {
      String bottom = lying.getFirst().id();
      board.put(
          other.id().equals(bottom)
              ? other.placed(other.zone(), note.rank(), null)
              : other.placed(other.zone(), other.rank(), bottom));
      touched.add(other.id());
    }
    if (note.on() != null) {
      touched.add(note.on());
    }
    board.put(note.removed());
    return new Effect(note.id(), touched);
  }

  private Effect restore(Change.RestoreNote restore) {
    if (!by.leads()) {
      board.now().writable(by);
    }
    Note note = board.find(restore.note()).orElseThrow(NoteChanges::gone);
    if (!note.isBy(by) && !by.leads()) {
      throw Problem.forbidden("board.refused.not_yours");
    }
    board.put(note.restored());
    return Effect.on(note.id());
  }

  private Effect dots(Change.SetDots change) {
    Phase phase = board.now().pointable(by);
    Note note = seen(change.note());
    Map<String, Integer> own = board.dots(phase.key(), by.person());
    int elsewhere =
        own.entrySet().stream()
            .filter(dots -> !dots.getKey().equals(note.id()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    if (change.count() < 0 || elsewhere + change.count() > phase.dots()) {
      throw Problem.conflict("board.refused.dots", phase.dots());
    }
    board.put(new Dots(note.id(), phase.key(), by.person().value(), change.count()));
    return Effect.on(note.id());
  }

  private String last(String zone) {
    return Rank.between(board.rankBefore(zone, null), null);
  }

  private Note note(String id) {
    return board.find(id).filter(note -> !note.deleted()).orElseThrow(NoteChanges::gone);
  }

  /** A note the person may see; one that is covered is as good as gone. */
  private Note seen(String id) {
    Note note = note(id);
    if (!board.now().sees(by, note)) {
      throw gone();
    }
    return note;
  }

  private Note own(String id) {
    Note note = seen(id);
    if (!note.isBy(by)) {
      throw Problem.forbidden("board.refused.not_yours");
    }
    return note;
  }

  private static Problem gone() {
    return Problem.notFound("board.refused.gone");
  }

  private Zone zone(String id) {
    return board.now().zone(id).orElseThrow(() -> Problem.conflict("board.refused.zone"));
  }

  private Zone first() {
    return board.now().zones().stream()
        .findFirst()
        .orElseThrow(() -> Problem.conflict("board.refused.zone"));
  }
}

package org.allmende.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What each change of a note means; called while the board is held. */
@Component
class NoteChanges {

  /** The note it was about, and every note it touched. */
  record Effect(String target, List<String> notes) {

    static Effect on(String note) {
      return new Effect(note, List.of(note));
    }
  }

  private final NoteStore notes;

  NoteChanges(NoteStore notes) {
    this.notes = notes;
  }

  Effect apply(Moment now, BoardAccess by, Change.OnNote change) {
    return switch (change) {
      case Change.CreateNote create -> create(now, by, create);
      case Change.EditNote edit -> edit(now, by, edit);
      case Change.ChangeHat hat -> hat(now, by, hat);
      case Change.MoveNote move -> move(now, by, move);
      case Change.StackNote stack -> stack(now, by, stack);
      case Change.UnstackNote unstack -> unstack(now, by, unstack);
      case Change.DeleteNote delete -> delete(now, by, delete);
      case Change.RestoreNote restore -> restore(now, by, restore);
      case Change.SetDots dots -> dots(now, by, dots);
    };
  }

  private Effect create(Moment now, BoardAccess by, Change.CreateNote create) {
    NoteText text = NoteText.of(create.text());
    Phase phase = now.writable(by);
    Zone zone = create.zone() == null ? first(now) : zone(now, create.zone());
    var note =
        new Note(
            Ids.next(),
            now.board().id().value(),
            zone.id(),
            Rank.between(notes.rankBefore(zone.id(), null), null),
            text.value(),
            create.hat() == null ? phase.hat() : create.hat(),
            by.person().value(),
            null,
            1,
            now.board().seq() + 1,
            0,
            false);
    notes.insert(note);
    return Effect.on(note.id());
  }

  private Effect edit(Moment now, BoardAccess by, Change.EditNote edit) {
    NoteText text = NoteText.of(edit.text());
    now.writable(by);
    Note note = own(now, by, edit.note());
    if (note.version() != edit.base()) {
      throw Problem.conflict("board.refused.changed");
    }
    notes.update(worded(note, text.value(), note.hat()));
    return Effect.on(note.id());
  }

  private Effect hat(Moment now, BoardAccess by, Change.ChangeHat change) {
    now.writable(by);
    Note note = own(now, by, change.note());
    notes.update(worded(note, note.text(), change.hat()));
    return Effect.on(note.id());
  }

  private Effect move(Moment now, BoardAccess by, Change.MoveNote move) {
    now.orderable(by);
    Note note = seen(now, by, move.note());
    Zone zone = zone(now, move.zone());
    Note before = move.before() == null ? null : seen(now, by, move.before());
    if (before != null && !before.zone().equals(zone.id())) {
      throw Problem.conflict("board.refused.changed");
    }
    String upper = before == null ? null : before.rank();
    Note moved =
        placed(note, zone.id(), Rank.between(notes.rankBefore(zone.id(), upper), upper), null);
    notes.update(moved);
    List<String> touched = new ArrayList<>(List.of(note.id()));
    for (Note lying : notes.on(note.id())) {
      notes.update(placed(lying, zone.id(), lying.rank(), note.id()));
      touched.add(lying.id());
    }
    if (note.on() != null) {
      touched.add(note.on());
    }
    return new Effect(note.id(), touched);
  }

  private Effect stack(Moment now, BoardAccess by, Change.StackNote stack) {
    now.orderable(by);
    Note note = seen(now, by, stack.note());
    Note onto = seen(now, by, stack.onto());
    Note bottom = onto.on() == null ? onto : seen(now, by, onto.on());
    if (bottom.id().equals(note.id())) {
      throw Problem.invalid("board.refused.itself");
    }
    List<String> touched = new ArrayList<>(List.of(note.id(), bottom.id()));
    notes.update(placed(note, bottom.zone(), last(bottom.zone()), bottom.id()));
    for (Note lying : notes.on(note.id())) {
      notes.update(placed(lying, bottom.zone(), last(bottom.zone()), bottom.id()));
      touched.add(lying.id());
    }
    return new Effect(note.id(), touched);
  }

  private Effect unstack(Moment now, BoardAccess by, Change.UnstackNote unstack) {
    now.orderable(by);
    Note note = seen(now, by, unstack.note());
    if (note.on() == null) {
      return Effect.on(note.id());
    }
    notes.update(placed(note, note.zone(), last(note.zone()), null));
    return new Effect(note.id(), List.of(note.id(), note.on()));
  }

  private Effect delete(Moment now, BoardAccess by, Change.DeleteNote delete) {
    if (!by.leads()) {
      now.writable(by);
    }
    Note note = note(now, delete.note());
    if (!note.isBy(by) && !by.leads()) {
      throw Problem.forbidden("board.refused.not_yours");
    }
    List<String> touched = new ArrayList<>(List.of(note.id()));
    List<Note> lying = notes.on(note.id()).stream().filter(other -> !other.deleted()).toList();
    for (Note other : lying) {
      String bottom = lying.getFirst().id();
      notes.update(
          other.id().equals(bottom)
              ? placed(other, other.zone(), note.rank(), null)
              : placed(other, other.zone(), other.rank(), bottom));
      touched.add(other.id());
    }
    if (note.on() != null) {
      touched.add(note.on());
    }
    notes.update(deleted(note, true));
    return new Effect(note.id(), touched);
  }

  private Effect restore(Moment now, BoardAccess by, Change.RestoreNote restore) {
    if (!by.leads()) {
      now.writable(by);
    }
    Note note = notes.find(now.board().id().value(), restore.note()).orElseThrow(NoteChanges::gone);
    if (!note.isBy(by) && !by.leads()) {
      throw Problem.forbidden("board.refused.not_yours");
    }
    notes.update(deleted(note, false));
    return Effect.on(note.id());
  }

  private Effect dots(Moment now, BoardAccess by, Change.SetDots change) {
    Phase phase = now.pointable(by);
    Note note = seen(now, by, change.note());
    Map<String, Integer> own = notes.dots(now.board().id(), phase.key(), by.person());
    int elsewhere =
        own.entrySet().stream()
            .filter(dots -> !dots.getKey().equals(note.id()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    if (change.count() < 0 || elsewhere + change.count() > phase.dots()) {
      throw Problem.conflict("board.refused.dots", phase.dots());
    }
    notes.dots(note.id(), phase.key(), by.person(), change.count());
    return Effect.on(note.id());
  }

  private String last(String zone) {
    return Rank.between(notes.rankBefore(zone, null), null);
  }

  private Note note(Moment now, String id) {
    return notes
        .find(now.board().id().value(), id)
        .filter(note -> !note.deleted())
        .orElseThrow(NoteChanges::gone);
  }

  /** A note the person may see; one that is covered is as good as gone. */
  private Note seen(Moment now, BoardAccess by, String id) {
    Note note = note(now, id);
    if (!now.sees(by, note)) {
      throw gone();
    }
    return note;
  }

  private Note own(Moment now, BoardAccess by, String id) {
    Note note = seen(now, by, id);
    if (!note.isBy(by)) {
      throw Problem.forbidden("board.refused.not_yours");
    }
    return note;
  }

  private static Problem gone() {
    return Problem.notFound("board.refused.gone");
  }

  private static Zone zone(Moment now, String id) {
    return now.zone(id).orElseThrow(() -> Problem.conflict("board.refused.zone"));
  }

  private static Zone first(Moment now) {
    return now.zones().stream()
        .findFirst()
        .orElseThrow(() -> Problem.conflict("board.refused.zone"));
  }

  private static Note worded(Note note, String text, Hat hat) {
    return new Note(
        note.id(),
        note.board(),
        note.zone(),
        note.rank(),
        text,
        hat,
        note.author(),
        note.on(),
        note.version() + 1,
        note.seq(),
        note.dots(),
        note.deleted());
  }

  private static Note placed(Note note, String zone, String rank, @Nullable String on) {
    return new Note(
        note.id(),
        note.board(),
        zone,
        rank,
        note.text(),
        note.hat(),
        note.author(),
        on,
        note.version(),
        note.seq(),
        note.dots(),
        note.deleted());
  }

  private static Note deleted(Note note, boolean deleted) {
    return new Note(
        note.id(),
        note.board(),
        note.zone(),
        note.rank(),
        note.text(),
        note.hat(),
        note.author(),
        null,
        note.version(),
        note.seq(),
        note.dots(),
        deleted);
  }
}

package org.allmende.board;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What each change of a note means, on a board that nobody else changes meanwhile. All that may be
 * refused is refused before anything is changed.
 */
final class NoteChanges {

  /**
   * The note it was about, every note it touched, and what takes it back.
   *
   * @param undo the first step must be possible, the others go as far as they can
   */
  record Effect(String target, List<String> notes, List<Change.OnNote> undo) {

    static Effect on(String note, Change.OnNote undo) {
      return new Effect(note, List.of(note), List.of(undo));
    }

    static Effect none(String note) {
      return new Effect(note, List.of(note), List.of());
    }
  }

  private final LiveBoard board;
  private final BoardAccess by;
  private final Instant at;

  NoteChanges(LiveBoard board, BoardAccess by, Instant at) {
    this.board = board;
    this.by = by;
    this.at = at;
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
      case Change.MarkNote mark -> mark(mark);
      case Change.ParkNote park -> park(park);
      case Change.UnparkNote unpark -> unpark(unpark);
      case Change.CommentNote comment -> comment(comment);
      case Change.UncommentNote uncomment -> uncomment(uncomment);
      case Change.Undo undo -> undo(undo);
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
            false,
            NoteMarks.fresh(by.table(), zone.group(), phase.isLate(at)));
    board.put(note);
    return Effect.on(note.id(), new Change.DeleteNote(note.id()));
  }

  private Effect edit(Change.EditNote edit) {
    NoteText text = NoteText.of(edit.text());
    board.now().writable(by);
    Note note = own(edit.note());
    if (note.version() != edit.base()) {
      throw Problem.conflict("board.refused.changed");
    }
    board.put(note.worded(text.value(), note.hat()));
    return Effect.on(note.id(), new Change.EditNote(note.id(), note.version() + 1, note.text()));
  }

  private Effect hat(Change.ChangeHat change) {
    board.now().writable(by);
    Note note = own(change.note());
    board.put(note.worded(note.text(), change.hat()));
    return Effect.on(note.id(), new Change.ChangeHat(note.id(), note.hat()));
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
    Change.OnNote back = back(note);
    String rank = Rank.between(board.rankBefore(zone.id(), upper), upper);
    board.put(note.placed(zone.id(), rank, null).marked(note.marks().parkedAs(null)));
    List<String> touched = new ArrayList<>(List.of(note.id()));
    for (Note lying : board.on(note.id())) {
      board.put(
          lying.placed(zone.id(), lying.rank(), note.id()).marked(lying.marks().parkedAs(null)));
      touched.add(lying.id());
    }
    if (note.on() != null) {
      touched.add(note.on());
    }
    return new Effect(note.id(), touched, List.of(back));
  }

  /** What puts the note where it is now. */
  private Change.OnNote back(Note note) {
    if (note.isParked()) {
      return new Change.ParkNote(note.id());
    }
    return note.on() == null
        ? new Change.MoveNote(note.id(), note.zone(), board.following(note))
        : new Change.StackNote(note.id(), note.on());
  }

  private Effect stack(Change.StackNote stack) {
    board.now().orderable(by);
    Note note = seen(stack.note());
    Note onto = seen(stack.onto());
    Note bottom = onto.on() == null ? onto : seen(onto.on());
    if (note.isParked() != bottom.isParked()) {
      throw Problem.conflict("board.refused.parked");
    }
    if (bottom.id().equals(note.id())) {
      throw Problem.invalid("board.refused.itself");
    }
    List<String> touched = new ArrayList<>(List.of(note.id(), bottom.id()));
    List<Change.OnNote> undo = new ArrayList<>(List.of(back(note)));
    board.put(note.placed(bottom.zone(), last(bottom.zone()), bottom.id()));
    for (Note lying : board.on(note.id())) {
      board.put(lying.placed(bottom.zone(), last(bottom.zone()), bottom.id()));
      touched.add(lying.id());
      undo.add(new Change.StackNote(lying.id(), note.id()));
    }
    return new Effect(note.id(), touched, undo);
  }

  private Effect unstack(Change.UnstackNote unstack) {
    board.now().orderable(by);
    Note note = seen(unstack.note());
    if (note.on() == null) {
      return Effect.none(note.id());
    }
    board.put(note.placed(note.zone(), last(note.zone()), null));
    return new Effect(
        note.id(),
        List.of(note.id(), note.on()),
        List.of(new Change.StackNote(note.id(), note.on())));
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
    List<Change.OnNote> undo = new ArrayList<>(List.of(new Change.RestoreNote(note.id())));
    if (note.on() != null) {
      undo.add(new Change.StackNote(note.id(), note.on()));
    }
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
    return new Effect(note.id(), touched, undo);
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
    return Effect.on(note.id(), new Change.DeleteNote(note.id()));
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
    int each = phase.dots() * by.people();
    if (change.count() < 0 || change.count() > each - elsewhere) {
      throw Problem.conflict("board.refused.dots", each);
    }
    board.put(new Dots(note.id(), phase.key(), by.person().value(), change.count()));
    return Effect.on(note.id(), new Change.SetDots(note.id(), own.getOrDefault(note.id(), 0)));
  }

  private Effect mark(Change.MarkNote mark) {
    board.now().markable(by);
    Note note = seen(mark.note());
    board.put(note.marked(note.marks().judged(mark.effort(), mark.risk())));
    return Effect.on(
        note.id(), new Change.MarkNote(note.id(), note.marks().effort(), note.marks().risk()));
  }

  private Effect park(Change.ParkNote park) {
    board.now().orderable(by);
    Note note = seen(park.note());
    if (note.isParked()) {
      return Effect.none(note.id());
    }
    List<Change.OnNote> undo = new ArrayList<>(List.of(new Change.UnparkNote(note.id())));
    List<String> touched = new ArrayList<>();
    if (note.on() != null) {
      undo.add(new Change.StackNote(note.id(), note.on()));
      touched.add(note.on());
      board.put(note.placed(note.zone(), note.rank(), null));
    }
    // Exactly as the database keeps it.
    var parked = new NoteMarks.Parked(by.person(), at.truncatedTo(ChronoUnit.MILLIS));
    touched.addAll(markPile(note, parked));
    return new Effect(note.id(), touched, undo);
  }

  private Effect unpark(Change.UnparkNote unpark) {
    board.now().orderable(by);
    Note note = seen(unpark.note());
    return note.isParked()
        ? new Effect(note.id(), markPile(note, null), List.of(new Change.ParkNote(note.id())))
        : Effect.none(note.id());
  }

  /** The note and all that lie on it. */
  private List<String> markPile(Note bottom, NoteMarks.@Nullable Parked parked) {
    List<String> touched = new ArrayList<>(List.of(bottom.id()));
    board.on(bottom.id()).forEach(lying -> touched.add(lying.id()));
    for (String id : touched) {
      Note note = board.find(id).orElseThrow(NoteChanges::gone);
      board.put(note.marked(note.marks().parkedAs(parked)));
    }
    return touched;
  }

  private Effect comment(Change.CommentNote comment) {
    String text = Comment.words(comment.text());
    board.now().commentable(by);
    Note note = seen(comment.note());
    if (board.comments(note.id()).size() >= Comment.MOST) {
      throw Problem.conflict("board.refused.comments", Comment.MOST);
    }
    var written = new Comment(Ids.next(), note.id(), by.person().value(), text, board.seq() + 1);
    board.put(written);
    return Effect.on(note.id(), new Change.UncommentNote(note.id(), written.id()));
  }

  private Effect uncomment(Change.UncommentNote uncomment) {
    board.now().commentable(by);
    Note note = seen(uncomment.note());
    Comment comment =
        board.comments(note.id()).stream()
            .filter(each -> each.id().equals(uncomment.comment()))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("board.refused.gone_comment"));
    if (!comment.isBy(by) && !by.leads()) {
      throw Problem.forbidden("board.refused.not_your_comment");
    }
    board.remove(comment);
    return comment.isBy(by)
        ? Effect.on(note.id(), new Change.CommentNote(note.id(), comment.text()))
        : Effect.none(note.id());
  }

  private Effect undo(Change.Undo undo) {
    Effect first = apply(possible(undo.steps().getFirst()));
    Set<String> touched = new LinkedHashSet<>(first.notes());
    for (Change.OnNote step : undo.steps().subList(1, undo.steps().size())) {
      try {
        touched.addAll(apply(possible(step)).notes());
      } catch (Problem gone) {
        // What lay there has gone elsewhere meanwhile and stays where others put it.
      }
    }
    return new Effect(first.target(), List.copyOf(touched), List.of());
  }

  /**
   * Nobody else has changed the words since, only the person's own changes counted on. A neighbour
   * may have gone; then the end of the zone is the place.
   */
  private Change.OnNote possible(Change.OnNote step) {
    if (step instanceof Change.EditNote edit) {
      int version = board.find(edit.note()).map(Note::version).orElse(0);
      return new Change.EditNote(edit.note(), version, edit.text());
    }
    return step instanceof Change.MoveNote move
            && move.before() != null
            && board
                .find(move.before())
                .filter(note -> board.now().sees(by, note) && note.zone().equals(move.zone()))
                .isEmpty()
        ? new Change.MoveNote(move.note(), move.zone(), null)
        : step;
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
    return board.now().zone(by, id).orElseThrow(() -> Problem.conflict("board.refused.zone"));
  }

  private Zone first() {
    return board.now().zones(by).stream()
        .findFirst()
        .orElseThrow(() -> Problem.conflict("board.refused.zone"));
  }
}

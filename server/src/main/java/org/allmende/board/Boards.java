package org.allmende.board;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The boards: made and steered by the module they belong to, written on by the people it lets in.
 */
@Component
public class Boards {

  private final BoardStore boards;
  private final PlanStore plans;
  private final HarvestStore harvest;
  private final NoteWordsStore words;
  private final Acceptance acceptance;
  private final LiveBoards live;
  private final Projection projection;

  Boards(
      BoardStore boards,
      PlanStore plans,
      HarvestStore harvest,
      NoteWordsStore words,
      Acceptance acceptance,
      LiveBoards live,
      Projection projection) {
    this.boards = boards;
    this.plans = plans;
    this.harvest = harvest;
    this.words = words;
    this.acceptance = acceptance;
    this.live = live;
    this.projection = projection;
  }

  /** Makes a board with all its phases; none is open yet. */
  @Transactional
  public BoardId create(NewBoard board) {
    BoardId id = boards.insert(board);
    plans.arrange(id, board.phases());
    return id;
  }

  /** The board of its owner. */
  public Optional<Board> of(Ref owner) {
    return boards.of(owner);
  }

  /**
   * The board.
   *
   * @throws Problem 404 if there is none
   */
  public Board get(BoardId board) {
    return boards.find(board.value()).orElseThrow(() -> Problem.notFound("board.notFound"));
  }

  /**
   * Makes these the phases of the board, in this order: new ones come, changed ones change, others
   * go.
   *
   * @throws Problem 409 if notes lie in what would go
   */
  @Transactional
  public void arrange(BoardId board, List<NewPhase> phases, @Nullable PersonId by) {
    change(board, by, new Change.Arrange(phases));
  }

  /**
   * Opens a phase with these settings and thereby closes the one before; its zones stay.
   *
   * @param endsAt notes written after that are late, as all are in a phase opened again; null
   *     without a clock
   */
  @Transactional
  public void openPhase(
      BoardId board, NewPhase phase, @Nullable Instant endsAt, @Nullable PersonId by) {
    change(board, by, new Change.OpenPhaseAs(phase, endsAt));
  }

  /** Takes every note off the board and closes the open phase, as before the first one. */
  @Transactional
  public void clear(BoardId board, @Nullable PersonId by) {
    acceptance.clear(board, by);
  }

  /** Takes the board away with all that was ever on it, for the module it belonged to. */
  @Transactional
  public void remove(BoardId board) {
    boards.delete(acceptance.hold(board).id());
  }

  /**
   * Lays notes of another board on this one, parked, in the first zone of the phase.
   *
   * @return their ids on this board, in the same order
   */
  @Transactional
  public List<NoteId> bring(
      BoardId board, String phase, List<BroughtNote> notes, @Nullable PersonId by) {
    Zone zone =
        boards.zones(board).stream()
            .filter(each -> each.phase().equals(phase))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("board.phase.notFound"));
    return acceptance.bring(board, zone.id(), notes, by).stream().map(NoteId::new).toList();
  }

  /**
   * Asks anew who everybody on the board is; whoever has no business there any more is let out at
   * once.
   */
  @Transactional
  public void recheck(BoardId board, @Nullable PersonId by) {
    change(board, by, new Change.Recheck());
  }

  /** Opens a phase and thereby closes the one before. */
  @Transactional
  public void openPhase(BoardId board, String phase, @Nullable PersonId by) {
    change(board, by, new Change.OpenPhase(phase));
  }

  /** Notes of the open phase are late from then on. */
  @Transactional
  public void endPhaseAt(BoardId board, @Nullable Instant endsAt, @Nullable PersonId by) {
    change(board, by, new Change.EndAt(endsAt));
  }

  /**
   * Lets the groups of the open phase work another way; {@link GroupWork#APART} gives each group
   * zones of its own, by the {@link BoardRules#seats} of now.
   *
   * @throws Problem 409 if they are to write apart and nobody sits in a group
   */
  @Transactional
  public void workAs(BoardId board, GroupWork groups, @Nullable PersonId by) {
    change(board, by, new Change.WorkAs(groups));
  }

  /** How the groups work in the open phase. */
  public GroupWork groupWork(BoardId board) {
    String open = get(board).phase();
    return open == null
        ? GroupWork.TOGETHER
        : boards.phase(board, open).map(Phase::groups).orElse(GroupWork.TOGETHER);
  }

  /** People sit in other groups than before; counts at once where the groups write apart. */
  @Transactional
  public void seat(BoardId board, @Nullable PersonId by) {
    if (groupWork(board) == GroupWork.APART) {
      workAs(board, GroupWork.APART, by);
    }
  }

  /** Lets participants mark effort and risk in the open phase. */
  @Transactional
  public void openMarking(BoardId board, @Nullable PersonId by) {
    change(board, by, new Change.AllowMarks(true));
  }

  /** Lets only those who lead mark effort and risk in the open phase. */
  @Transactional
  public void closeMarking(BoardId board, @Nullable PersonId by) {
    change(board, by, new Change.AllowMarks(false));
  }

  /** Shows everybody the notes of the open phase. */
  @Transactional
  public void reveal(BoardId board, @Nullable PersonId by) {
    change(board, by, new Change.Cover(false));
  }

  /** Covers others' notes in the open phase. */
  @Transactional
  public void hide(BoardId board, @Nullable PersonId by) {
    change(board, by, new Change.Cover(true));
  }

  /** Shows everybody how many dots the others gave in the open phase. */
  @Transactional
  public void revealDots(BoardId board, @Nullable PersonId by) {
    change(board, by, new Change.ShowTotals(true));
  }

  /** Shows everybody the own dots only. */
  @Transactional
  public void hideDots(BoardId board, @Nullable PersonId by) {
    change(board, by, new Change.ShowTotals(false));
  }

  /** Whether people see only their own dots in the open phase. */
  public boolean hidesDots(BoardId board) {
    String open = get(board).phase();
    return open != null && boards.phase(board, open).filter(phase -> !phase.totals()).isPresent();
  }

  /** Lets only those who lead change anything. */
  @Transactional
  public void lock(BoardId board, @Nullable PersonId by) {
    change(board, by, new Change.Lock(true));
  }

  @Transactional
  public void unlock(BoardId board, @Nullable PersonId by) {
    change(board, by, new Change.Lock(false));
  }

  /** Takes notes of everybody in the open phase. */
  @Transactional
  public void openWriting(BoardId board, @Nullable PersonId by) {
    change(board, by, new Change.AllowWriting(true));
  }

  /** Takes no more notes in the open phase. */
  @Transactional
  public void closeWriting(BoardId board, @Nullable PersonId by) {
    change(board, by, new Change.AllowWriting(false));
  }

  /** Gives each person so many dots in the open phase; 0 ends it, and the dots set stay. */
  @Transactional
  public void allowDots(BoardId board, int each, @Nullable PersonId by) {
    change(board, by, new Change.AllowDots(each));
  }

  /**
   * Writes a note.
   *
   * @param key a key under which a repeated sending counts once, or null
   * @throws Problem with a sentence if it is too long or not taken now
   */
  @Transactional
  public NoteId note(BoardId board, BoardAccess by, NewNote note, @Nullable String key) {
    String zone = note.zone() == null ? null : note.zone().value();
    Acceptance.Accepted accepted =
        acceptance.accept(
            board, by, opId(by, "note", key), new Change.CreateNote(note.text(), zone, note.hat()));
    return new NoteId(String.valueOf(accepted.target()));
  }

  /**
   * Sets how many of the person's dots lie on the note.
   *
   * @throws Problem 409 if that is more than the person has
   */
  @Transactional
  public void dots(BoardId board, BoardAccess by, NoteId note, int count, @Nullable String key) {
    acceptance.accept(board, by, opId(by, "dots", key), new Change.SetDots(note.value(), count));
  }

  /**
   * Says how much effort and what risk is in the note; null for none.
   *
   * @throws Problem 409 if the person may not do that now
   */
  @Transactional
  public void mark(
      BoardId board,
      BoardAccess by,
      NoteId note,
      @Nullable Effort effort,
      @Nullable Risk risk,
      @Nullable String key) {
    acceptance.accept(
        board, by, opId(by, "mark", key), new Change.MarkNote(note.value(), effort, risk));
  }

  /** The board as the reader may see it now. */
  public BoardView view(BoardId board, BoardAccess reader) {
    return projection.view(live.read(get(board).id()), reader);
  }

  /** The notes of all phases that the reader may see. */
  @Transactional(readOnly = true)
  public List<BoardNote> notes(BoardId board, BoardAccess reader) {
    return harvest.notes(board, reader.person());
  }

  /**
   * All notes with their dots and authors, covered ones too; for the module the board belongs to.
   */
  @Transactional(readOnly = true)
  public List<BoardNote> export(BoardId board) {
    return harvest.notes(board);
  }

  /** The notes that are parked, for the module the board belongs to. */
  @Transactional(readOnly = true)
  public List<BoardNote> parked(BoardId board) {
    return harvest.notes(board).stream().filter(note -> note.marks().parked() != null).toList();
  }

  /** The replies to each note, oldest first, for the module the board belongs to. */
  @Transactional(readOnly = true)
  public Map<NoteId, List<String>> comments(BoardId board) {
    return harvest.comments(board);
  }

  /** Who gave dots to which note, for the module the board belongs to; never for readers. */
  @Transactional(readOnly = true)
  public Map<NoteId, Set<PersonId>> voters(BoardId board) {
    return harvest.voters(board);
  }

  /** How many dots the person gave to which note in all phases, for the module it belongs to. */
  @Transactional(readOnly = true)
  public Map<NoteId, Integer> dotsBy(BoardId board, PersonId person) {
    return harvest.dotsBy(board, person);
  }

  /** One note, also a deleted one. */
  public Optional<BoardNote> note(NoteId note) {
    return harvest.note(note);
  }

  /** Those of the notes that are not deleted, in one statement. */
  public List<BoardNote> notes(Collection<NoteId> notes) {
    return harvest.notes(notes);
  }

  /** The boards, in one statement. */
  public List<Board> all(Collection<BoardId> ids) {
    return boards.all(ids);
  }

  /**
   * Puts a sentence in the place of the words of a note, in the log too.
   *
   * @return the words that were there, for {@link #putBackWords}
   */
  @Transactional
  public Map<String, String> takeWords(NoteId note, String sentence) {
    Board held = acceptance.hold(boardOf(note));
    Map<String, String> taken = words.take(note, sentence);
    acceptance.reworded(held, note);
    return taken;
  }

  @Transactional
  public void putBackWords(NoteId note, Map<String, String> taken) {
    Board held = acceptance.hold(boardOf(note));
    words.putBack(note, taken);
    acceptance.reworded(held, note);
  }

  /** The zones of all phases, for forms of the owner. */
  public List<ZoneOfPhase> zones(BoardId board) {
    return boards.zones(board).stream().map(ZoneOfPhase::of).toList();
  }

  /** The zones the reader may look into now, the first one first. */
  public List<ZoneOfPhase> zones(BoardId board, BoardAccess reader) {
    return live.moment(get(board)).zones(reader).stream().map(ZoneOfPhase::of).toList();
  }

  private BoardId boardOf(NoteId note) {
    return note(note).map(BoardNote::board).orElseThrow(() -> Problem.notFound("board.notFound"));
  }

  private void change(BoardId board, @Nullable PersonId by, Change.OnBoard change) {
    acceptance.accept(board, by, Ids.next(), change);
  }

  private static String opId(BoardAccess by, String kind, @Nullable String key) {
    return key == null || key.isBlank() ? Ids.next() : Acceptance.opId(by, kind, key);
  }
}

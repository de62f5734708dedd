package org.allmende.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A board in memory, as it stands after the operation {@link #seq}. Changes are made here first and
 * gathered in a {@link Draft}, which is then written or discarded; if it is not known which, the
 * board is read anew. Not safe for several threads: whoever uses it holds the room's lock or the
 * only reference.
 */
final class LiveBoard {

  private static final Comparator<Note> READING_ORDER =
      Comparator.comparing(Note::rank).thenComparing(Note::id);

  /** Whose dots, in which phase. */
  private record Voter(String phase, String person) {}

  private Moment now;
  private final Map<String, Note> notes = new HashMap<>();
  private final Map<String, NavigableSet<Note>> zones = new HashMap<>();
  private final Map<String, Map<String, Note>> stacks = new HashMap<>();
  private final Map<Voter, Map<String, Integer>> dots = new HashMap<>();
  private final NavigableSet<Note> parked = new TreeSet<>(READING_ORDER);
  private final Map<String, List<Comment>> comments = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private @Nullable Pack pack;
  private Draft draft = new Draft();

  LiveBoard(Moment now) {
    this.now = now;
  }

  Moment now() {
    return now;
  }

  BoardId id() {
    return now.board().id();
  }

  /** The number of the last operation it contains. */
  long seq() {
    return now.board().seq();
  }

  /** The board itself has changed: another phase, covered, locked. */
  void is(Moment other) {
    now = other;
    texts.clear();
  }

  void countedTo(long seq) {
    now = now.at(seq);
  }

  /** How many notes there are, deleted ones too. */
  int size() {
    return notes.size();
  }

  Optional<Note> find(String id) {
    return Optional.ofNullable(notes.get(id));
  }

  /** The notes of the zones in reading order. */
  List<Note> in(Collection<String> wanted) {
    List<Note> found = new ArrayList<>();
    for (String zone : wanted) {
      for (Note note : zone(zone)) {
        if (!note.deleted()) {
          found.add(note);
        }
      }
    }
    return found;
  }

  /** The notes the open phase shows, and after them those that are parked elsewhere. */
  List<Note> shown() {
    List<String> open = now.zoneIds();
    List<Note> shown = in(open);
    parked.stream()
        .filter(note -> !note.deleted() && !open.contains(note.zone()))
        .forEach(shown::add);
    return shown;
  }

  /** The replies to the note, oldest first. */
  List<Comment> comments(String note) {
    return comments.getOrDefault(note, List.of());
  }

  /** The note that stands after this one in its zone; null at the end. */
  @Nullable String following(Note note) {
    NavigableSet<Note> all = zone(note.zone());
    Note next = all.higher(note);
    while (next != null && (next.deleted() || next.on() != null)) {
      next = all.higher(next);
    }
    return next == null ? null : next.id();
  }

  /** The notes that lie on this one, also deleted ones. */
  List<Note> on(String note) {
    return stacks.getOrDefault(note, Map.of()).values().stream().sorted(READING_ORDER).toList();
  }

  /** The last rank in the zone, or the last before the given one; null at the edge. */
  @Nullable String rankBefore(String zone, @Nullable String rank) {
    NavigableSet<Note> all = zone(zone);
    if (rank == null) {
      return all.isEmpty() ? null : all.last().rank();
    }
    Note before = all.lower(Note.ranked(rank));
    return before == null ? null : before.rank();
  }

  /** The person's dots on one note, in one phase. */
  int dots(String phase, PersonId person, String note) {
    return dots.getOrDefault(new Voter(phase, person.value()), Map.of()).getOrDefault(note, 0);
  }

  /** How many notes each zone has by each author; "" stands for erased authors. */
  Map<String, Map<String, Integer>> counts(Collection<String> wanted) {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    for (Note note : in(wanted)) {
      counts
          .computeIfAbsent(note.zone(), zone -> new HashMap<>())
          .merge(Objects.requireNonNullElse(note.author(), ""), 1, Integer::sum);
    }
    return counts;
  }

  /** The person's dots in one phase, by note; those on deleted notes do not count. */
  Map<String, Integer> dots(String phase, PersonId person) {
    Map<String, Integer> given = dots.get(new Voter(phase, person.value()));
    if (given == null) {
      return Map.of();
    }
    Map<String, Integer> counted = new HashMap<>(given);
    counted.keySet().removeIf(note -> !isThere(note));
    return counted;
  }

  /** Who has given dots to the note in one phase. */
  Set<String> voters(String phase, String note) {
    Set<String> voters = new HashSet<>();
    dots.forEach((voter, given) -> {
      if (voter.phase().equals(phase) && given.containsKey(note)) {
        voters.add(voter.person());
      }
    });
    return voters;
  }

  private boolean isThere(String note) {
    Note known = notes.get(note);
    return known != null && !known.deleted();
  }

  /** What most readers are told of the note, written once until the note or the board changes. */
  String textOf(Note note, Function<Note, String> write) {
    return texts.computeIfAbsent(note.id(), id -> write.apply(note));
  }

  /** These notes as all readers of a group are told them, packed once until something changes. */
  Pack packOf(List<Note> wanted, Function<List<Note>, byte[]> write) {
    Pack known = pack;
    if (known == null || !known.holds(now, wanted)) {
      known = Pack.of(now, wanted, write.apply(wanted));
      pack = known;
    }
    return known;
  }

  /** Takes the note as it is stored. */
  void stored(Note note) {
    forget(note.id());
    notes.put(note.id(), note);
    zone(note.zone()).add(note);
    if (note.on() != null) {
      stacks.computeIfAbsent(note.on(), id -> new HashMap<>()).put(note.id(), note);
    }
    if (note.isParked()) {
      parked.add(note);
    }
  }

  private void forget(String note) {
    texts.remove(note);
    Note before = notes.remove(note);
    if (before != null) {
      zone(before.zone()).remove(before);
      if (before.on() != null) {
        stacks.getOrDefault(before.on(), new HashMap<>()).remove(note);
      }
      parked.remove(before);
    }
  }

  /** Takes the reply as it is stored. */
  void stored(Comment comment) {
    texts.remove(comment.note());
    comments.computeIfAbsent(comment.note(), note -> new ArrayList<>()).add(comment);
  }

  /** Forgets all replies to the note, to be told them anew. */
  void forgetComments(String note) {
    texts.remove(note);
    comments.remove(note);
  }

  /** Adds the reply here and in the draft. */
  void put(Comment comment) {
    draft.repliesBefore.computeIfAbsent(comment.note(), note -> List.copyOf(comments(note)));
    stored(comment);
    draft.comments.put(comment.id(), comment);
  }

  /** Takes the reply away here and in the draft. */
  void remove(Comment comment) {
    draft.repliesBefore.computeIfAbsent(comment.note(), note -> List.copyOf(comments(note)));
    texts.remove(comment.note());
    comments(comment.note()).remove(comment);
    draft.comments.remove(comment.id());
    draft.gone.add(comment.id());
  }

  /** Takes the dots of one person on one note as they are stored. */
  void stored(Dots given) {
    if (given.count() == 0) {
      Map<String, Integer> all = dots.get(new Voter(given.phase(), given.person()));
      if (all != null) {
        all.remove(given.note());
      }
    } else {
      dots.computeIfAbsent(new Voter(given.phase(), given.person()), voter -> new HashMap<>())
          .put(given.note(), given.count());
    }
  }

  /** Forgets all dots on the note, to be told them anew. */
  void forgetDots(String note) {
    dots.values().forEach(given -> given.remove(note));
  }

  /** Changes the note here and in the draft. */
  void put(Note note) {
    draft.notesBefore.computeIfAbsent(note.id(), this::find);
    stored(note);
    draft.notes.put(note.id(), note);
  }

  /** Changes somebody's dots on the note here and in the draft. */
  void put(Dots given) {
    Note note = Objects.requireNonNull(notes.get(given.note()));
    int before =
        dots.getOrDefault(new Voter(given.phase(), given.person()), Map.of())
            .getOrDefault(given.note(), 0);
    String key = given.note() + given.phase() + given.person();
    draft.dotsBefore.putIfAbsent(
        key, new Dots(given.note(), given.phase(), given.person(), before));
    stored(given);
    put(note.withDots(note.dots() - before + given.count()));
    draft.dots.put(key, given);
  }

  /** Counts the operation, which has touched these notes. */
  void put(Entry entry) {
    for (String id : entry.operation().notes()) {
      put(Objects.requireNonNull(notes.get(id)).touchedBy(entry.operation().seq()));
    }
    draft.before = draft.entries.isEmpty() ? now : draft.before;
    draft.entries.add(entry);
    countedTo(entry.operation().seq());
  }

  /** What has been changed and is to be written. */
  Draft draft() {
    return draft;
  }

  void written() {
    draft = new Draft();
  }

  /** Takes back all that is not written. */
  void discard() {
    Draft discarded = draft;
    discarded.notesBefore.forEach(
        (id, before) -> before.ifPresentOrElse(this::stored, () -> forget(id)));
    discarded.dotsBefore.values().forEach(this::stored);
    discarded.repliesBefore.forEach((note, replies) -> {
      forgetComments(note);
      replies.forEach(this::stored);
    });
    now = Objects.requireNonNullElse(discarded.before, now);
    draft = new Draft();
  }

  private NavigableSet<Note> zone(String id) {
    return zones.computeIfAbsent(id, zone -> new TreeSet<>(READING_ORDER));
  }

  /** An operation, the change it was and what takes it back, for the log. */
  record Entry(Operation operation, Change change, List<Change.OnNote> undo) {

    /** The number of the operation this one takes back, null for most. */
    @Nullable Long undoes() {
      return change instanceof Change.Undo taken ? (Long) taken.of() : null;
    }
  }

  /** Changes that are not written yet, each note once with its last state. */
  static final class Draft {

    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final Map<String, Dots> dots = new LinkedHashMap<>();
    private final Map<String, Comment> comments = new LinkedHashMap<>();
    private final List<String> gone = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /** As it was before, for the case that it cannot be written. */
    private final Map<String, Optional<Note>> notesBefore = new HashMap<>();

    private final Map<String, Dots> dotsBefore = new HashMap<>();
    private final Map<String, List<Comment>> repliesBefore = new HashMap<>();
    private @Nullable Moment before;

    Collection<Note> notes() {
      return notes.values();
    }

    Collection<Dots> dots() {
      return dots.values();
    }

    /** New replies. */
    Collection<Comment> comments() {
      return comments.values();
    }

    /** The ids of replies that are taken away. */
    List<String> gone() {
      return gone;
    }

    List<Entry> entries() {
      return entries;
    }

    boolean isEmpty() {
      return entries.isEmpty();
    }
  }
}

package org.allmende.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.base.i18n.Texts;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts into words what a reader is told of a board, and sends it. */
@Component
class Herald {

  private final Projection projection;
  private final Texts texts;
  private final JsonMapper json;

  Herald(Projection projection, Texts texts, JsonMapper json) {
    this.projection = projection;
    this.texts = texts;
    this.json = json;
  }

  void send(Reader reader, Message message) {
    reader.outbox().send(json.writeValueAsString(message));
  }

  void acknowledge(Reader reader, String opId, Acceptance.Accepted accepted) {
    send(reader, new Message.Ack("ack", opId, accepted.seq(), accepted.target()));
  }

  void refuse(Reader reader, @Nullable String opId, Problem problem) {
    reader
        .outbox()
        .send(json.writeValueAsString(refusal(reader.caller().viewer().locale(), opId, problem)));
  }

  Message refusal(Locale locale, @Nullable String opId, Problem problem) {
    String key = problem.message().key();
    String code = key.substring(key.lastIndexOf('.') + 1);
    return new Message.Refused("refused", opId, code, texts.of(locale, problem.message()));
  }

  /** Says goodbye to somebody who no longer belongs here. */
  void dismiss(Reader reader) {
    String reason = texts.of(reader.caller().viewer().locale(), "board.refused.stranger");
    reader.outbox().sendLast(json.writeValueAsString(new Message.Bye("bye", reason)));
  }

  /** Says something that is not kept to all of them. */
  void say(Iterable<Reader> readers, Message message) {
    String text = json.writeValueAsString(message);
    readers.forEach(reader -> reader.outbox().send(text));
  }

  /** Tells the reader the whole board. */
  void tellAll(LiveBoard board, Reader reader) {
    if (reader.reading() == Reader.Reading.PACKED) {
      tellPacked(board, reader);
    } else {
      reader.outbox().send(whole(board, reader.access()));
    }
    reader.toldUpTo(board.seq());
  }

  /**
   * First what others are told just so, packed; then a {@link Message.State} with only those notes
   * that this reader is told otherwise, or alone.
   */
  private void tellPacked(LiveBoard board, Reader reader) {
    BoardAccess access = reader.access();
    Map<String, Integer> own = projection.own(board, access);
    List<Note> alike = new ArrayList<>();
    List<Note> otherwise = new ArrayList<>();
    for (Note note : board.shown()) {
      if (board.now().sees(access, note)) {
        boolean covered = board.now().isCovered(note);
        if (!covered) {
          alike.add(note);
        }
        if (covered || isSpecial(board, access, own, note)) {
          otherwise.add(note);
        }
      }
    }
    reader.outbox().send(board.packOf(alike, notes -> packed(board, notes)).content());
    BoardView view = projection.withoutNotes(board, access);
    send(
        reader,
        new Message.State(
            "state", view.withNotes(projection.notes(board, access, own, otherwise))));
  }

  private byte[] packed(LiveBoard board, List<Note> notes) {
    List<BoardView.NoteView> views =
        notes.stream()
            .map(note -> projection.note(board, BoardAccess.NOBODY, Map.of(), note))
            .toList();
    return json.writeValueAsBytes(PackedNotes.of(board.seq(), views));
  }

  /**
   * A {@link Message.State}; its many notes read the same for most, and are written once for all.
   */
  private String whole(LiveBoard board, BoardAccess reader) {
    Map<String, Integer> own = projection.own(board, reader);
    String empty =
        json.writeValueAsString(new Message.State("state", projection.withoutNotes(board, reader)));
    int notes = empty.lastIndexOf(']');
    var whole = new StringBuilder(empty.length() + 256 * board.size()).append(empty, 0, notes);
    String comma = "";
    for (Note note : board.shown()) {
      if (board.now().sees(reader, note)) {
        whole.append(comma).append(text(board, reader, own, note));
        comma = ",";
      }
    }
    return whole.append(empty, notes, empty.length()).toString();
  }

  private String text(LiveBoard board, BoardAccess reader, Map<String, Integer> own, Note note) {
    return isSpecial(board, reader, own, note)
        ? json.writeValueAsString(projection.note(board, reader, own, note))
        : board.textOf(
            note, each -> json.writeValueAsString(projection.note(board, reader, Map.of(), each)));
  }

  /** Whether the reader is told something of the note that others are not. */
  private static boolean isSpecial(
      LiveBoard board, BoardAccess reader, Map<String, Integer> own, Note note) {
    return note.isBy(reader) || own.containsKey(note.id()) || hasReplied(board, reader, note);
  }

  private static boolean hasReplied(LiveBoard board, BoardAccess reader, Note note) {
    return board.comments(note.id()).stream().anyMatch(comment -> comment.isBy(reader));
  }

  /** Tells each reader the operations that are new to it, with the words the notes have now. */
  void tell(LiveBoard board, Iterable<Reader> readers, List<Operation> operations) {
    if (operations.isEmpty()) {
      return;
    }
    Map<String, Map<String, Integer>> covered = projection.covered(board);
    for (Operation operation : operations) {
      var news = new News(board, operation, covered);
      for (Reader reader : readers) {
        if (operation.seq() > reader.seq()) {
          reader.outbox().send(news.textFor(reader.access()));
          reader.toldUpTo(operation.seq());
        }
      }
    }
  }

  /** One operation, in the words for each reader; those for most are written once. */
  private final class News {

    private final LiveBoard board;
    private final Operation operation;
    private final Map<String, Map<String, Integer>> covered;
    private final List<Note> notes;
    private final Set<@Nullable String> concerned;

    /** Whether all whom it does not concern, and who see the notes, are told the same. */
    private final boolean isSame;

    private @Nullable String forMost;
    private @Nullable String forOtherGroups;

    News(LiveBoard board, Operation operation, Map<String, Map<String, Integer>> covered) {
      this.board = board;
      this.operation = operation;
      this.covered = covered;
      this.notes = operation.notes().stream().map(board::find).flatMap(Optional::stream).toList();
      this.concerned = concerned();
      this.isSame =
          covered.isEmpty()
              && !changesDots()
              && notes.size() == operation.notes().size()
              && (board.now().isApart() || isSeenBy(BoardAccess.NOBODY));
    }

    String textFor(BoardAccess reader) {
      if (isOfAnotherGroup(reader)) {
        String known = forOtherGroups;
        if (known == null) {
          known = json.writeValueAsString(message(reader));
          forOtherGroups = known;
        }
        return known;
      }
      if (!isNothingSpecial(reader)) {
        return json.writeValueAsString(message(reader));
      }
      String known = forMost;
      if (known == null) {
        known = json.writeValueAsString(message(reader));
        forMost = known;
      }
      return known;
    }

    /** Nothing of it is shown to the reader, and nothing of it was the reader's. */
    private boolean isOfAnotherGroup(BoardAccess reader) {
      return board.now().isApart()
          && covered.isEmpty()
          && !changesDots()
          && !reader.person().value().equals(operation.actor())
          && operation.notes().stream()
              .map(id -> board.find(id).orElse(null))
              .noneMatch(note -> note == null || note.deleted() || board.now().sees(reader, note));
    }

    /** Dots on notes that go or come back count for their givers, or do so no more. */
    private boolean changesDots() {
      return operation.kind().equals("note.restore") || operation.kind().equals("note.undo");
    }

    /** Neither the change nor the notes are the reader's own, and nothing is covered or gone. */
    private boolean isNothingSpecial(BoardAccess reader) {
      return isSame
          && !concerned.contains(reader.person().value())
          && (!board.now().isApart() || isSeenBy(reader));
    }

    private boolean isSeenBy(BoardAccess reader) {
      return notes.stream().allMatch(note -> board.now().sees(reader, note));
    }

    /** Who is told other words: who did it, and whose notes, replies or dots are told of. */
    private Set<@Nullable String> concerned() {
      Set<@Nullable String> people = new HashSet<>();
      people.add(operation.actor());
      Phase phase = board.now().phase();
      for (Note note : notes) {
        people.add(note.author());
        board.comments(note.id()).forEach(reply -> people.add(reply.author()));
        if (phase != null) {
          people.addAll(board.voters(phase.key(), note.id()));
        }
      }
      return people;
    }

    private Message message(BoardAccess reader) {
      Moment now = board.now();
      Map<String, Integer> own = projection.own(board, reader);
      List<Note> seen = new ArrayList<>();
      List<String> gone = new ArrayList<>();
      boolean lost = false;
      for (String id : operation.notes()) {
        Note note = board.find(id).orElse(null);
        if (note != null && now.sees(reader, note)) {
          seen.add(note);
        } else {
          gone.add(id);
          lost |= note == null || note.deleted();
        }
      }
      boolean mine = reader.person().value().equals(operation.actor());
      boolean dotsChanged = operation.kind().equals("dots.set") ? mine : lost || changesDots();
      return new Message.Op(
          "op",
          operation.seq(),
          operation.kind(),
          mine ? operation.opId() : null,
          projection.notes(board, reader, own, seen),
          gone,
          covered.isEmpty() ? List.of() : projection.zones(now, reader, covered),
          dotsChanged ? (Integer) projection.you(now, reader, own).dotsLeft() : null);
    }
  }
}

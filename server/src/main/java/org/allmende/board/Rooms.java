package org.allmende.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.allmende.base.i18n.Texts;
import org.allmende.base.live.SignalHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells every reader on this node what the log says, by number and without gaps. The log is the
 * truth: a signal only says that there is something to read, and a look every two seconds catches
 * lost signals.
 */
@Component
class Rooms implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Rooms.class);
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** Whoever missed more is given the whole board. */
  private static final int REPLAY = 500;

  private final BoardStore boards;
  private final NoteStore notes;
  private final OperationStore operations;
  private final Projection projection;
  private final Doors doors;
  private final Texts texts;
  private final JsonMapper json;
  private final Map<String, Room> rooms = new ConcurrentHashMap<>();
  private volatile boolean running;

  Rooms(
      BoardStore boards,
      NoteStore notes,
      OperationStore operations,
      Projection projection,
      Doors doors,
      Texts texts,
      JsonMapper json) {
    this.boards = boards;
    this.notes = notes;
    this.operations = operations;
    this.projection = projection;
    this.doors = doors;
    this.texts = texts;
    this.json = json;
  }

  @Bean
  static SignalHandler boardChanged(ObjectProvider<Rooms> rooms) {
    return new SignalHandler(Acceptance.CHANNEL, board -> rooms.getObject().wake(board));
  }

  /**
   * Lets a reader in and tells it what it missed since the number, or everything.
   *
   * @param since the last number the reader knows, or a negative one
   */
  void join(Board board, Reader reader, long since) {
    Room room = rooms.computeIfAbsent(board.id().value(), id -> new Room());
    room.lock.lock();
    try {
      if (room.readers.isEmpty()) {
        room.toldUpTo(board.seq());
      }
      catchUp(board.id(), room);
      room.readers.add(reader);
      List<Operation> missed =
          since < 0 ? List.of() : operations.after(board.id(), since, REPLAY + 1);
      boolean whole = since < 0 || since > room.seq() || missed.size() > REPLAY;
      if (whole || missed.stream().anyMatch(Operation::isOnBoard)) {
        tellAll(boards.find(board.id().value()).orElseThrow(), reader);
      } else {
        reader.toldUpTo(since);
        tell(board.id(), List.of(reader), missed);
      }
    } finally {
      room.lock.unlock();
    }
  }

  void leave(BoardId board, Reader reader) {
    Room room = rooms.get(board.value());
    if (room != null) {
      room.leave(reader);
    }
  }

  /** How fast the person may go on. */
  Pace pace(BoardId board, BoardAccess person) {
    return rooms.computeIfAbsent(board.value(), id -> new Room()).pace(person);
  }

  /** Tells the readers what is new on the board. */
  void wake(String board) {
    Room room = rooms.get(board);
    if (room == null) {
      return;
    }
    room.lock.lock();
    try {
      catchUp(new BoardId(board), room);
    } catch (DataAccessException e) {
      log.warn("board {} cannot be read at the moment: {}", board, e.getMessage());
    } finally {
      room.lock.unlock();
    }
  }

  /** Says something that is not kept to all readers but one. */
  void say(String board, Message message, @Nullable Reader but) {
    Room room = rooms.get(board);
    if (room != null) {
      String text = json.writeValueAsString(message);
      room.readers.stream()
          .filter(reader -> reader != but)
          .forEach(reader -> reader.outbox().send(text));
    }
  }

  private void catchUp(BoardId id, Room room) {
    List<Operation> fresh = operations.after(id, room.seq(), REPLAY);
    while (!fresh.isEmpty()) {
      if (fresh.stream().anyMatch(Operation::isOnBoard)) {
        Board board = boards.find(id.value()).orElseThrow();
        for (Reader reader : room.readers) {
          recheck(board, room, reader);
        }
      } else {
        tell(id, room.readers, fresh);
      }
      room.toldUpTo(fresh.getLast().seq());
      fresh = fresh.size() < REPLAY ? List.of() : operations.after(id, room.seq(), REPLAY);
    }
  }

  /** A changed board is shown anew to whoever still belongs there. */
  private void recheck(Board board, Room room, Reader reader) {
    BoardAccess now = doors.access(board, reader.caller()).orElse(null);
    if (now == null) {
      room.readers.remove(reader);
      String reason = texts.of(reader.caller().viewer().locale(), "board.refused.stranger");
      reader.outbox().sendLast(json.writeValueAsString(new Message.Bye("bye", reason)));
      return;
    }
    reader.is(now);
    tellAll(board, reader);
  }

  private void tellAll(Board board, Reader reader) {
    BoardView view = projection.view(board, reader.access());
    reader.outbox().send(json.writeValueAsString(new Message.State("state", view)));
    reader.toldUpTo(view.seq());
  }

  private void tell(BoardId id, Iterable<Reader> readers, List<Operation> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    Moment now = projection.moment(boards.find(id.value()).orElseThrow());
    Set<String> ids = new HashSet<>();
    fresh.forEach(operation -> ids.addAll(operation.notes()));
    Map<String, Note> touched = new HashMap<>();
    notes.find(ids).forEach(note -> touched.put(note.id(), note));
    Map<String, Map<String, Integer>> dots =
        now.phase() == null ? Map.of() : notes.dotsOn(ids, now.phase().key());
    Map<String, Map<String, Integer>> covered = projection.covered(now);
    // Most readers are told the same words; they are written once.
    Map<Message, String> written = new HashMap<>();
    for (Operation operation : fresh) {
      for (Reader reader : readers) {
        if (operation.seq() > reader.seq()) {
          Message message = message(now, operation, reader.access(), touched, dots, covered);
          reader.outbox().send(written.computeIfAbsent(message, json::writeValueAsString));
          reader.toldUpTo(operation.seq());
        }
      }
    }
  }

  private Message message(
      Moment now,
      Operation operation,
      BoardAccess reader,
      Map<String, Note> touched,
      Map<String, Map<String, Integer>> dots,
      Map<String, Map<String, Integer>> covered) {
    Map<String, Integer> own = dots.getOrDefault(reader.person().value(), Map.of());
    List<Note> seen = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (String id : operation.notes()) {
      Note note = touched.get(id);
      if (note != null && now.sees(reader, note)) {
        seen.add(note);
      } else if (note == null || note.deleted() || now.zone(note.zone()).isPresent()) {
        gone.add(id);
      }
    }
    boolean mine = reader.person().value().equals(operation.actor());
    boolean dotsChanged =
        operation.kind().equals("dots.set")
            ? mine
            : !gone.isEmpty() || operation.kind().equals("note.restore");
    return new Message.Op(
        "op",
        operation.seq(),
        operation.kind(),
        mine ? operation.opId() : null,
        projection.notes(now, reader, own, seen),
        gone,
        covered.isEmpty() ? List.of() : projection.zones(now, reader, covered),
        dotsChanged
            ? (Integer) projection.you(now, reader, projection.own(now, reader)).dotsLeft()
            : null);
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("boards").start(this::look);
  }

  /** Looks for itself now and then, in case a signal got lost. */
  private void look() {
    while (running) {
      try {
        Thread.sleep(LOOK);
        Set<String> used = new HashSet<>();
        rooms.forEach((board, room) -> {
          if (!room.readers.isEmpty()) {
            used.add(board);
          }
        });
        if (!used.isEmpty()) {
          operations.last(used).forEach(this::wakeIfBehind);
        }
      } catch (InterruptedException e) {
        return;
      } catch (DataAccessException e) {
        log.debug("the boards cannot be looked at", e);
      }
    }
  }

  private void wakeIfBehind(String board, long seq) {
    Room room = rooms.get(board);
    if (room != null && room.seq() < seq) {
      wake(board);
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

package org.allmende.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.allmende.base.live.Allowance;
import org.allmende.base.live.Outbox;
import org.allmende.base.live.SignalHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps every reader on this node up with the log, by number and without gaps. The log is the
 * truth: a signal ({@link Wake}) brings what is new where that follows what this node knows, else
 * the log is read, and a look every two seconds catches lost signals.
 */
@Component
class Rooms implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Rooms.class);
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** Whoever missed more is given the whole board. */
  private static final int REPLAY = 500;

  private final LiveBoards boards;
  private final OperationStore operations;
  private final Doors doors;
  private final Herald herald;
  private final Presence presence;
  private final JsonMapper json;
  private final Clock clock;
  private final Map<String, Room> rooms = new ConcurrentHashMap<>();
  private volatile boolean running;

  Rooms(
      LiveBoards boards,
      OperationStore operations,
      Doors doors,
      Herald herald,
      Presence presence,
      JsonMapper json,
      Clock clock) {
    this.boards = boards;
    this.operations = operations;
    this.doors = doors;
    this.herald = herald;
    this.presence = presence;
    this.json = json;
    this.clock = clock;
  }

  @Bean
  static SignalHandler boardChanged(ObjectProvider<Rooms> rooms) {
    return new SignalHandler(LiveBoards.CHANNEL, text -> rooms.getObject().hear(Wake.read(text)));
  }

  Room room(BoardId board) {
    return rooms.computeIfAbsent(board.value(), id -> new Room(board));
  }

  /**
   * Lets a reader in and tells it what it missed since the number, or everything.
   *
   * @param since the last number the reader knows, or a negative one
   */
  void join(Board board, Reader reader, long since) {
    Room room = entered(board.id());
    try {
      if (room.readers.isEmpty()) {
        presence.come(board.id());
      }
      LiveBoard live = since(board, room);
      if (live.seq() > board.seq()) {
        // Rights may have changed since the reader was asked for them.
        reader.is(doors.enter(live.now().board(), reader.caller()));
      }
      room.readers.add(reader);
      List<Operation> missed = since < 0 ? List.of() : missed(live, since);
      boolean whole = since < 0 || since > live.seq() || missed.size() > REPLAY;
      if (whole || missed.stream().anyMatch(Operation::isOnBoard)) {
        herald.tellAll(live, reader);
      } else {
        reader.toldUpTo(since);
        herald.tell(live, List.of(reader), missed);
      }
    } catch (RuntimeException e) {
      remove(reader, room);
      throw e;
    } finally {
      room.lock.unlock();
    }
  }

  /** What comes after the number, as far as the board is known here; the rest is yet to be told. */
  private List<Operation> missed(LiveBoard live, long since) {
    return operations.after(live.id(), since, REPLAY + 1).stream()
        .filter(operation -> operation.seq() <= live.seq())
        .toList();
  }

  /** The room of the board, locked; one that its last reader has just left is none any more. */
  private Room entered(BoardId board) {
    while (true) {
      Room room = room(board);
      room.lock.lock();
      if (rooms.get(board.value()) == room) {
        return room;
      }
      room.lock.unlock();
    }
  }

  void leave(BoardId board, Reader reader) {
    Room room = rooms.get(board.value());
    if (room == null) {
      return;
    }
    room.lock.lock();
    try {
      remove(reader, room);
    } finally {
      room.lock.unlock();
    }
  }

  private void remove(Reader reader, Room room) {
    room.leave(reader);
    if (room.readers.isEmpty()) {
      rooms.remove(room.board().value(), room);
    }
  }

  /** How fast the person may go on. */
  Allowance pace(BoardId board, BoardAccess person) {
    return room(board).pace(person);
  }

  /** Asks something of the board as it is here and now. */
  <T> T ask(BoardId board, Function<LiveBoard, T> question) {
    Room room = room(board);
    room.lock.lock();
    try {
      return question.apply(upToNow(room));
    } finally {
      room.lock.unlock();
    }
  }

  /** Says something that is not kept to all readers. */
  void say(String board, Message message) {
    Room room = rooms.get(board);
    if (room != null) {
      herald.say(room.readers, message);
    }
  }

  /**
   * The board up to the last operation, which is the one it is held at; the readers are told what
   * others did.
   */
  LiveBoard upTo(Board held, Room room) {
    LiveBoard live = room.live();
    return live != null && live.seq() == held.seq() ? live : upToNow(room);
  }

  /** The board as far as it is known here, which others may have gone beyond. */
  LiveBoard known(Room room) {
    LiveBoard live = room.live();
    return live == null ? upToNow(room) : live;
  }

  /** The board as it was when its row was read, or as it became since. */
  private LiveBoard since(Board read, Room room) {
    LiveBoard live = room.live();
    return live != null && live.seq() >= read.seq() ? live : upToNow(room);
  }

  /** The board up to what the log says now; whoever is here is told on the way. */
  private LiveBoard upToNow(Room room) {
    try {
      return caughtUp(room);
    } catch (RuntimeException e) {
      // Some may have been told and others not; whoever looks next begins anew.
      room.forget();
      throw e;
    }
  }

  private LiveBoard caughtUp(Room room) {
    LiveBoard known = room.live();
    if (known == null) {
      LiveBoard read = boards.read(room.board());
      room.holds(read);
      room.readers.forEach(reader -> recheck(read, room, reader));
      return read;
    }
    List<Operation> fresh = boards.catchUp(known);
    while (!fresh.isEmpty()) {
      if (fresh.stream().anyMatch(Operation::isOnBoard)) {
        room.readers.forEach(reader -> recheck(known, room, reader));
      } else {
        herald.tell(known, room.readers, fresh);
      }
      fresh = boards.catchUp(known);
    }
    return known;
  }

  /** A changed board is shown anew to whoever still belongs there. */
  private void recheck(LiveBoard board, Room room, Reader reader) {
    BoardAccess now = doors.access(board.now().board(), reader.caller()).orElse(null);
    if (now == null) {
      room.leave(reader);
      herald.dismiss(reader);
      return;
    }
    reader.is(now);
    herald.tellAll(board, reader);
  }

  /** Somebody says that the board has changed. */
  private void hear(Wake wake) {
    Room room = rooms.get(wake.board());
    if (room == null || !room.isBehind(wake.seq())) {
      return;
    }
    room.lock.lock();
    try {
      if (!room.readers.isEmpty()) {
        goOn(room, wake);
      }
    } catch (RuntimeException e) {
      room.forget();
      log.warn("board {} cannot be read at the moment: {}", wake.board(), e.toString());
    } finally {
      room.lock.unlock();
    }
  }

  /** By what was said if that is the next step, and otherwise by what the log says. */
  private void goOn(Room room, Wake wake) {
    LiveBoard live = room.live();
    Wake.News news = wake.news() == null ? null : json.readValue(wake.news(), Wake.News.class);
    if (live != null && news != null && news.follows(live)) {
      herald.tell(live, room.readers, LiveBoards.follow(live, news));
    } else {
      upToNow(room);
    }
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
            room.readers.stream()
                .map(Reader::outbox)
                .filter(Outbox::isQuiet)
                .forEach(outbox -> Thread.startVirtualThread(outbox::beat));
          }
        });
        presence.boards().stream().filter(board -> !used.contains(board)).forEach(presence::leave);
        Instant now = clock.instant();
        used.stream()
            .map(rooms::get)
            .filter(Objects::nonNull)
            .forEach(room -> presence.look(room, now));
        if (!used.isEmpty()) {
          operations.last(used).forEach((board, seq) -> hear(new Wake(board, seq, null)));
        }
      } catch (InterruptedException e) {
        return;
      } catch (DataAccessException | TransactionException e) {
        log.debug("the boards cannot be looked at", e);
      } catch (RuntimeException e) {
        // Whoever reads here relies on the next look.
        log.error("the boards cannot be looked at", e);
      }
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

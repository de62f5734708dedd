package org.allmende.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.allmende.base.live.Outbox;
import org.allmende.base.live.SignalHandler;
import org.allmende.base.live.Signals;
import org.allmende.base.web.DiskReserve;
import org.allmende.base.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** The socket of a board: greets, takes changes one after the other, answers each. */
@Component
class BoardSocket extends TextWebSocketHandler {

  static final String BOARD = "board";
  static final String CALLER = "caller";

  /** Long enough that a text far too long still gets its sentence. */
  static final int MESSAGE_BYTES = 65_536;

  /** Whoever does not say that writing is over has gone away. */
  private static final Duration WRITES_ON = Duration.ofSeconds(20);

  private static final String READER = "reader";
  private static final String OUTBOX = "outbox";
  private static final String MOVING = "board_moving";
  private static final Logger log = LoggerFactory.getLogger(BoardSocket.class);

  private final BoardStore boards;
  private final Doors doors;
  private final Rooms rooms;
  private final Pen pen;
  private final Herald herald;
  private final Signals signals;
  private final JsonMapper json;
  private final DiskReserve reserve;
  private final Clock clock;
  private final Duration heartbeat;

  BoardSocket(
      BoardStore boards,
      Doors doors,
      Rooms rooms,
      Pen pen,
      Herald herald,
      Signals signals,
      JsonMapper json,
      DiskReserve reserve,
      Clock clock,
      @Value("${allmende.live.heartbeat:20s}") Duration heartbeat) {
    this.boards = boards;
    this.doors = doors;
    this.rooms = rooms;
    this.pen = pen;
    this.herald = herald;
    this.signals = signals;
    this.json = json;
    this.reserve = reserve;
    this.clock = clock;
    this.heartbeat = heartbeat;
  }

  @Bean
  static SignalHandler boardMoving(ObjectProvider<Rooms> rooms) {
    return new SignalHandler(
        MOVING,
        text -> {
          String[] parts = text.split("\n", 4);
          if (parts.length == 4) {
            var message = new Message.Moving("moving", parts[1], parts[3], parts[2].equals("1"));
            rooms.getObject().say(parts[0], message);
          }
        });
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    session.setTextMessageSizeLimit(MESSAGE_BYTES);
    session.getAttributes().put(OUTBOX, new Outbox(session, heartbeat));
  }

  @Override
  public void handleMessage(WebSocketSession session, WebSocketMessage<?> message)
      throws Exception {
    attribute(session, OUTBOX, Outbox.class).heard();
    super.handleMessage(session, message);
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    Board board = attribute(session, BOARD, Board.class);
    Doors.Caller caller = attribute(session, CALLER, Doors.Caller.class);
    Outbox outbox = attribute(session, OUTBOX, Outbox.class);
    String opId = null;
    try {
      Request request = Request.read(json, message.getPayload());
      opId = request.opId();
      if (session.getAttributes().get(READER) instanceof Reader reader) {
        answer(board, reader, request);
      } else {
        session.getAttributes().put(READER, hello(board, caller, outbox, request));
      }
      if (!session.isOpen()) {
        leave(session);
      }
    } catch (Problem problem) {
      Doors.Caller known =
          session.getAttributes().get(READER) instanceof Reader reader ? reader.caller() : caller;
      outbox.send(json.writeValueAsString(herald.refusal(known.viewer().locale(), opId, problem)));
    } catch (RuntimeException e) {
      // Nothing was acknowledged; the client comes back and sends it again.
      log.error("board {} failed", board.id(), e);
      outbox.close(CloseStatus.SERVER_ERROR);
    }
  }

  private static <T> T attribute(WebSocketSession session, String name, Class<T> type) {
    return type.cast(Objects.requireNonNull(session.getAttributes().get(name), name));
  }

  private Reader hello(Board board, Doors.Caller caller, Outbox outbox, Request request) {
    if (!request.type().equals("hello")) {
      throw Problem.badRequest("board.refused.unreadable");
    }
    Doors.Caller known = caller.saying(request.text("token"), request.text("lang"));
    Board now =
        boards.find(board.id().value()).orElseThrow(() -> Problem.notFound("board.notFound"));
    var reader = new Reader(known, outbox, request.reading(), doors.enter(now, known), now.seq());
    var limits = new Message.Limits(NoteText.LIMIT, MESSAGE_BYTES, (int) heartbeat.toSeconds());
    outbox.send(json.writeValueAsString(new Message.Welcome("welcome", now.seq(), limits)));
    rooms.join(now, reader, request.number("lastSeq"));
    return reader;
  }

  private void answer(Board board, Reader reader, Request request) {
    switch (request.type()) {
      case "op" -> take(board, reader, request);
      case "moving" -> moving(board, reader, request);
      case "writing" -> writing(board, reader, request);
      case "ping" -> reader.outbox().send(json.writeValueAsString(new Message.Pong("pong")));
      default -> throw Problem.badRequest("board.refused.unreadable");
    }
  }

  private void take(Board board, Reader reader, Request request) {
    String opId = request.opId();
    if (opId == null) {
      throw Problem.badRequest("board.refused.unreadable");
    }
    if (!rooms.pace(board.id(), reader.access()).take()) {
      throw Problem.tooMany("board.refused.too_fast");
    }
    reserve.require();
    pen.take(rooms.room(board.id()), new Room.Waiting(reader, opId, request.change()));
  }

  /** Others see how many write, not who. */
  private void writing(Board board, Reader reader, Request request) {
    if (rooms.pace(board.id(), reader.access()).take()) {
      reader.writesUntil(request.on() ? clock.instant().plus(WRITES_ON) : Instant.MIN);
    }
  }

  /** Others see who moves what; of a covered note nobody hears. */
  private void moving(Board board, Reader reader, Request request) {
    String id = request.text("note");
    if (id == null || !rooms.pace(board.id(), reader.access()).take()) {
      return;
    }
    if (rooms.ask(board.id(), live -> isSeenMoving(live, reader.access(), id))) {
      String on = request.on() ? "1" : "0";
      signals.send(MOVING, String.join("\n", board.id().value(), id, on, reader.access().name()));
    }
  }

  private static boolean isSeenMoving(LiveBoard board, BoardAccess by, String note) {
    Moment now = board.now();
    return now.moves(by)
        && board
            .find(note)
            .filter(each -> now.sees(by, each))
            .map(each -> now.all().get(each.zone()))
            .filter(zone -> !zone.covered())
            .isPresent();
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    leave(session);
  }

  /**
   * On a thread of its own: a line breaks on the thread that speaks to it, in the middle of what
   * its room says to all.
   */
  private void leave(WebSocketSession session) {
    if (session.getAttributes().get(READER) instanceof Reader reader
        && session.getAttributes().get(BOARD) instanceof Board board) {
      Thread.ofVirtual().name("board leave").start(() -> rooms.leave(board.id(), reader));
    }
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable exception) {
    log.debug("a reader of a board is gone", exception);
  }
}

package org.allmende.video;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.allmende.base.i18n.Texts;
import org.allmende.base.live.Outbox;
import org.allmende.base.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** The line of a browser to the media rooms: greets, and takes what it says one after the other. */
@Component
class MediaSocket extends TextWebSocketHandler {

  static final String GUEST = "guest";
  static final String LOCALE = "locale";

  /** A description of a connection to a room with hundreds of people is long. */
  private static final int MESSAGE_BYTES = 262_144;

  private static final String OUTBOX = "outbox";
  private static final String ATTENDEE = "attendee";
  private static final Logger log = LoggerFactory.getLogger(MediaSocket.class);

  private final Gatherings gatherings;
  private final IceServers ice;
  private final Texts texts;
  private final JsonMapper json;
  private final Duration heartbeat;

  MediaSocket(
      Gatherings gatherings,
      IceServers ice,
      Texts texts,
      JsonMapper json,
      @Value("${allmende.live.heartbeat:20s}") Duration heartbeat) {
    this.gatherings = gatherings;
    this.ice = ice;
    this.texts = texts;
    this.json = json;
    this.heartbeat = heartbeat;
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
    Outbox outbox = attribute(session, OUTBOX, Outbox.class);
    Locale locale = attribute(session, LOCALE, Locale.class);
    try {
      MediaRequest request = MediaRequest.read(json, message.getPayload());
      if (session.getAttributes().get(ATTENDEE) instanceof Attendee attendee) {
        answer(attendee, request);
      } else {
        Attendee come = hello(session, outbox, locale, request);
        session.getAttributes().put(ATTENDEE, come);
        if (!session.isOpen()) {
          leave(come);
        }
      }
    } catch (Problem problem) {
      outbox.send(json.writeValueAsString(refusal(locale, problem)));
    } catch (RuntimeException e) {
      log.error("a line to the media rooms failed", e);
      outbox.close(CloseStatus.SERVER_ERROR);
    }
  }

  private static <T> T attribute(WebSocketSession session, String name, Class<T> type) {
    return type.cast(Objects.requireNonNull(session.getAttributes().get(name), name));
  }

  private MediaMessage refusal(Locale locale, Problem problem) {
    String key = problem.message().key();
    String code = key.substring(key.lastIndexOf('.') + 1);
    return new MediaMessage.Refused("refused", code, texts.of(locale, problem.message()));
  }

  private Attendee hello(
      WebSocketSession session, Outbox outbox, Locale locale, MediaRequest request) {
    if (!request.type().equals("hello")) {
      throw MediaRequest.unreadable();
    }
    // Browsers open sockets in a language of their own; the page says which one it is in.
    String lang = request.text("lang");
    Locale spoken = lang == null ? locale : Texts.spoken(Locale.forLanguageTag(lang));
    session.getAttributes().put(LOCALE, spoken);
    var attendee =
        new Attendee(
            attribute(session, GUEST, MediaGuest.class), spoken, outbox, request.number("voice"));
    attendee.wantsToVisit(request.number("visit"));
    attendee.shows(Showing.of(request));
    var welcome =
        new MediaMessage.Welcome("welcome", attendee.id(), gatherings.provider(), ice.of(attendee));
    outbox.send(json.writeValueAsString(welcome));
    gatherings.enter(attendee);
    return attendee;
  }

  private void answer(Attendee attendee, MediaRequest request) {
    if (!attendee.allowance().take()) {
      throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "video.refused.too_fast");
    }
    switch (request.type()) {
      case "signal" ->
          gatherings.signal(attendee, request.to(), request.count("entry"), request.signal());
      case "shows" -> gatherings.shows(attendee, Showing.of(request));
      case "visit" -> gatherings.visit(attendee, request.number("group"));
      case "again" -> gatherings.again(attendee);
      case "ping" -> attendee.outbox().send(json.writeValueAsString(new MediaMessage.Pong("pong")));
      default -> throw MediaRequest.unreadable();
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    if (session.getAttributes().get(ATTENDEE) instanceof Attendee attendee) {
      leave(attendee);
    }
  }

  /**
   * On a thread of its own: a line breaks on the thread that speaks to it, in the middle of what
   * its gathering says to all.
   */
  private void leave(Attendee attendee) {
    Thread.ofVirtual().name("media leave").start(() -> gatherings.leave(attendee));
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable exception) {
    log.debug("a line to the media rooms is gone", exception);
  }
}

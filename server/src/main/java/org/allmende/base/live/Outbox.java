package org.allmende.base.live;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/**
 * What waits to be sent to one browser. The line sends in order, as fast as it takes it, on no
 * thread of its own: telling hundreds keeps nobody waiting. When too much waits for a slow one it
 * is cut off, and asks for what it missed when it comes back. So is one of which nothing is heard
 * for three heartbeats: what is sent to a computer that fell asleep seems to arrive for minutes.
 */
public final class Outbox {

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);

  private static final int UNANSWERED = 3;
  private static final int WAITING = 2_000;
  private static final CloseStatus TOO_SLOW = new CloseStatus(1013, "too slow");

  private final Session line;
  private final Callback sent = Callback.from(() -> {}, this::broken);
  private final Duration heartbeat;
  private volatile long heardAt = System.nanoTime();
  private volatile long askedAt = heardAt;

  /**
   * Of an open session.
   *
   * @param heartbeat after how long a silence the browser is asked whether it is there
   */
  public Outbox(WebSocketSession session, Duration heartbeat) {
    this.heartbeat = heartbeat;
    line =
        Objects.requireNonNull(((NativeWebSocketSession) session).getNativeSession(Session.class));
    line.setMaxOutgoingFrames(WAITING);
    line.setIdleTimeout(heartbeat.multipliedBy(UNANSWERED));
  }

  public void send(String message) {
    line.sendText(message, sent);
  }

  public void send(ByteBuffer message) {
    line.sendBinary(message, sent);
  }

  /** Sends what waits and this, then says goodbye. */
  public void sendLast(String message) {
    line.sendText(message, Callback.from(() -> close(CloseStatus.POLICY_VIOLATION), this::broken));
  }

  /** The browser said something, if only that it is there. */
  public void heard() {
    heardAt = System.nanoTime();
  }

  /** Whether nothing has been heard for a heartbeat. */
  public boolean isQuiet() {
    return isOver(heardAt, heartbeat);
  }

  /** Asks whom nothing is heard of whether they are there, and cuts off who does not answer. */
  public void beat() {
    if (isOver(heardAt, heartbeat.multipliedBy(UNANSWERED))) {
      line.disconnect();
    } else if (isQuiet() && isOver(askedAt, heartbeat)) {
      askedAt = System.nanoTime();
      line.sendPing(ByteBuffer.allocate(0), sent);
    }
  }

  private static boolean isOver(long since, Duration time) {
    return System.nanoTime() - since > time.toNanos();
  }

  /** Hangs up. */
  public void close(CloseStatus status) {
    line.close(status.getCode(), status.getReason(), Callback.NOOP);
  }

  private void broken(Throwable failure) {
    log.debug("a reader is gone or too slow", failure);
    close(TOO_SLOW);
  }
}

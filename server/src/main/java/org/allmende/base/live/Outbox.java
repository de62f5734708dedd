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
 * is cut off, and asks for what it missed when it comes back.
 */
public final class Outbox {

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);

  public static final Duration HEARTBEAT = Duration.ofSeconds(20);

  /** Somebody whose line says nothing at all for so long is gone: the heartbeat goes unanswered. */
  private static final Duration SILENCE = HEARTBEAT.multipliedBy(3);

  private static final int WAITING = 2_000;
  private static final CloseStatus TOO_SLOW = new CloseStatus(1013, "too slow");

  private final Session line;
  private final Callback sent = Callback.from(() -> {}, this::broken);
  private volatile long saidAt = System.nanoTime();

  public Outbox(WebSocketSession session) {
    line =
        Objects.requireNonNull(((NativeWebSocketSession) session).getNativeSession(Session.class));
    line.setMaxOutgoingFrames(WAITING);
    line.setIdleTimeout(SILENCE);
  }

  public void send(String message) {
    saidAt = System.nanoTime();
    line.sendText(message, sent);
  }

  public void send(ByteBuffer message) {
    saidAt = System.nanoTime();
    line.sendBinary(message, sent);
  }

  /** Sends what waits and this, then says goodbye. */
  public void sendLast(String message) {
    send(message);
    close(CloseStatus.POLICY_VIOLATION);
  }

  public boolean isQuiet() {
    return System.nanoTime() - saidAt > HEARTBEAT.toNanos();
  }

  /** Lets the browser, and whatever stands between, know that the line is alive. */
  public void beat() {
    if (isQuiet()) {
      saidAt = System.nanoTime();
      line.sendPing(ByteBuffer.allocate(0), sent);
    }
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

package org.allmende.base.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/**
 * What waits to be sent to one browser. It is sent on the thread that tells it as long as the line
 * takes it, and then whenever the line takes more: telling hundreds needs no thread for each. A
 * slow one keeps nobody else waiting: when its queue is full it is cut off and asks for what it
 * missed when it comes back.
 */
public final class Outbox {

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);

  public static final Duration HEARTBEAT = Duration.ofSeconds(20);

  private static final int WAITING = 2_000;
  private static final CloseStatus TOO_SLOW = new CloseStatus(1013, "too slow");

  private final Session session;
  private final RemoteEndpoint.Async line;
  private final Queue<String> queue = new ArrayDeque<>();
  private boolean sending;
  private boolean last;
  private volatile long saidAt = System.nanoTime();

  public Outbox(WebSocketSession session) {
    this.session =
        Objects.requireNonNull(((NativeWebSocketSession) session).getNativeSession(Session.class));
    this.line = this.session.getAsyncRemote();
    line.setSendTimeout(HEARTBEAT.toMillis());
  }

  public void send(String message) {
    if (put(message)) {
      pump();
    }
  }

  /** Sends what waits and this, then says goodbye. */
  public void sendLast(String message) {
    send(message);
    if (isLast()) {
      close(CloseStatus.POLICY_VIOLATION);
    }
  }

  public boolean isQuiet() {
    return System.nanoTime() - saidAt > HEARTBEAT.toNanos();
  }

  /** Lets the browser, and whatever stands between, know that the line is alive. */
  public void beat() {
    if (isQuiet()) {
      saidAt = System.nanoTime();
      try {
        line.sendPing(ByteBuffer.allocate(0));
      } catch (IOException | IllegalStateException e) {
        close(CloseStatus.SESSION_NOT_RELIABLE);
      }
    }
  }

  /** Hangs up. */
  public void close(CloseStatus status) {
    try {
      session.close(
          new CloseReason(
              CloseReason.CloseCodes.getCloseCode(status.getCode()), status.getReason()));
    } catch (IOException | IllegalStateException e) {
      // it is closed then
    }
  }

  /** Lets the message wait; true for the one who is to send what waits. */
  private synchronized boolean put(String message) {
    if (last) {
      return false;
    }
    if (queue.size() == WAITING) {
      last = true;
      queue.clear();
      Thread.startVirtualThread(() -> close(TOO_SLOW));
      return false;
    }
    queue.add(message);
    boolean mine = !sending;
    sending = true;
    return mine;
  }

  /** True if the rest is on its way and nothing waits; from now on nothing is taken any more. */
  private synchronized boolean isLast() {
    last = true;
    return !sending;
  }

  private synchronized @Nullable String next() {
    String message = queue.poll();
    sending = message != null;
    return message;
  }

  private synchronized boolean saysGoodbye() {
    return last;
  }

  private void pump() {
    for (String message = next(); message != null; message = next()) {
      saidAt = System.nanoTime();
      var part = new Part();
      try {
        line.sendText(message, part);
      } catch (RuntimeException e) {
        // Tomcat fails in several ways on a line that is just being closed by the other side.
        log.debug("a reader is gone", e);
        close(CloseStatus.SESSION_NOT_RELIABLE);
        return;
      }
      if (!part.isGoneAtOnce()) {
        return;
      }
    }
    if (saysGoodbye()) {
      close(CloseStatus.POLICY_VIOLATION);
    }
  }

  /** One message on its way; whoever comes second of the sender and the line goes on. */
  private final class Part implements SendHandler {

    private final AtomicBoolean met = new AtomicBoolean();

    /** False if the line needs time; it then goes on by itself. */
    boolean isGoneAtOnce() {
      return met.getAndSet(true);
    }

    @Override
    public void onResult(SendResult result) {
      if (!result.isOK()) {
        close(CloseStatus.SESSION_NOT_RELIABLE);
      } else if (met.getAndSet(true)) {
        pump();
      }
    }
  }
}

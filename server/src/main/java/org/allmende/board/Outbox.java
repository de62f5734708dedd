package org.allmende.board;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * What waits to be sent to one browser. A slow one keeps nobody else waiting: when its queue is
 * full it is cut off and asks for what it missed when it comes back.
 */
final class Outbox {

  static final int HEARTBEAT_SECONDS = 20;

  private static final int WAITING = 2_000;
  private static final CloseStatus TOO_SLOW = new CloseStatus(1013, "too slow");

  private final WebSocketSession session;
  private final BlockingQueue<WebSocketMessage<?>> queue = new LinkedBlockingQueue<>(WAITING);
  private volatile boolean last;

  Outbox(WebSocketSession session) {
    this.session = session;
    Thread.startVirtualThread(this::drain);
  }

  void send(String message) {
    if (!last && !queue.offer(new TextMessage(message))) {
      close(TOO_SLOW);
    }
  }

  /** Sends what waits and this, then says goodbye. */
  void sendLast(String message) {
    send(message);
    last = true;
  }

  private void drain() {
    try {
      while (session.isOpen()) {
        WebSocketMessage<?> next = queue.poll(last ? 0 : HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        if (next == null && last) {
          close(CloseStatus.POLICY_VIOLATION);
        } else {
          session.sendMessage(next == null ? new PingMessage(ByteBuffer.allocate(0)) : next);
        }
      }
    } catch (IOException | IllegalStateException e) {
      close(CloseStatus.SESSION_NOT_RELIABLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void close(CloseStatus status) {
    try {
      session.close(status);
    } catch (IOException e) {
      // it is closed then
    }
  }
}

package org.allmende.bench.survive;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.allmende.bench.Api;

/** Sends an action until it is answered, always with the same submission key. */
record Persistent(Ledger ledger) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** One sending of an action. */
  @FunctionalInterface
  interface Sending {
    Api.Answer send(String key) throws IOException, InterruptedException;
  }

  /** What was acknowledged. */
  Api.Answer act(String kind, Sending sending) throws InterruptedException {
    String key = UUID.randomUUID().toString();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int again = 0; System.nanoTime() < deadline; again++) {
      try {
        Api.Answer answer = sending.send(key);
        if (answer.status() < 300) {
          ledger.acknowledged(kind, again);
          return answer;
        }
        judge(kind, again, answer);
      } catch (IOException unanswered) {
        // The server was killed before it answered, or is not up again.
      }
      Thread.sleep(PAUSE);
    }
    throw new IllegalStateException("Nobody answered for " + PATIENCE + ": " + kind);
  }

  /** Reads, again and again until somebody answers. */
  Api.Answer look(Callable<Api.Answer> reading) throws InterruptedException {
    while (true) {
      try {
        Api.Answer answer = reading.call();
        if (answer.status() == 200) {
          return answer;
        }
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception unanswered) {
        // As above.
      }
      Thread.sleep(PAUSE);
    }
  }

  private void judge(String kind, int again, Api.Answer answer) {
    boolean later = answer.status() == 503 || answer.status() == 429;
    if (!later) {
      ledger.surprise(
          kind + " (sending " + (again + 1) + "): " + answer.status() + " " + answer.text());
    }
    if (answer.status() < 500 && answer.status() != 429) {
      throw new Refused(kind + " was refused: " + answer.text());
    }
  }

  /** The program refused what it should have taken. */
  static final class Refused extends RuntimeException {
    Refused(String sentence) {
      super(sentence);
    }
  }
}

package org.allmende.video;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a connection to Janus, where one is set, and opens it again whenever it breaks. */
@Component
class JanusLine implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(JanusLine.class);

  /** Janus forgets a session after a minute of silence. */
  private static final Duration KEEPALIVE = Duration.ofSeconds(20);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String address;
  private final JsonMapper json;
  private Consumer<Boolean> listener = up -> {};
  private volatile @Nullable JanusConnection connection;
  private volatile boolean running;
  private volatile @Nullable Thread keeper;

  JanusLine(@Value("${allmende.video.janus:}") String address, JsonMapper json) {
    this.address = address.strip();
    this.json = json;
  }

  boolean isChosen() {
    return !address.isEmpty();
  }

  boolean isUp() {
    return connection != null;
  }

  /** Tells whenever Janus comes or goes. */
  void listen(Consumer<Boolean> change) {
    listener = change;
  }

  /**
   * The connection.
   *
   * @throws JanusProblem while there is none
   */
  JanusConnection connection() {
    JanusConnection now = connection;
    if (now == null) {
      throw new JanusProblem(0, "not reached");
    }
    return now;
  }

  @Override
  public void start() {
    if (isChosen()) {
      running = true;
      keeper = Thread.ofVirtual().name("janus").start(this::keep);
    }
  }

  private void keep() {
    boolean told = false;
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (running) {
        try {
          hold(new JanusConnection(http, URI.create(address), json));
          told = false;
        } catch (RuntimeException e) {
          if (!told) {
            log.warn("no media server at the moment: {}", e.toString());
            told = true;
          }
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      // the end
    }
  }

  private void hold(JanusConnection fresh) throws InterruptedException {
    connection = fresh;
    log.info("The media server answers.");
    try {
      listener.accept(true);
      while (running && fresh.holds(KEEPALIVE)) {
        log.trace("the media server still answers");
      }
    } finally {
      connection = null;
      fresh.close();
      listener.accept(false);
    }
  }

  @Override
  public void stop() {
    running = false;
    Thread holding = keeper;
    if (holding != null) {
      holding.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

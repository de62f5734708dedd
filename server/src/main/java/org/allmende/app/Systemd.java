package org.allmende.app;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The systemd that started Allmende as a service, if one did, and waits to hear that it can be
 * used.
 */
final class Systemd {

  private static final Logger log = LoggerFactory.getLogger(Systemd.class);
  private static final String SOCKET = "NOTIFY_SOCKET";

  private final @Nullable String socket;
  private final String notify;

  Systemd(Map<String, String> environment) {
    this(environment, "systemd-notify");
  }

  Systemd(Map<String, String> environment, String notify) {
    socket = environment.get(SOCKET);
    this.notify = notify;
  }

  /** By its own program, because Java has no datagrams to a socket that is a file. */
  void hearsThatWeAreReady() {
    if (socket == null) {
      return;
    }
    var process = new ProcessBuilder(notify, "--ready").inheritIO();
    process.environment().put(SOCKET, socket);
    try {
      process.start().waitFor();
    } catch (IOException e) {
      log.warn("systemd could not be told that Allmende is ready: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.allmende.app;

import org.allmende.people.SetUp;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says on standard output where Allmende can be opened, and where a new installation is set up, and
 * to systemd that this is so.
 */
@Component
class Ready {

  private final ServletWebServerApplicationContext context;
  private final SetUp setUp;

  Ready(ServletWebServerApplicationContext context, SetUp setUp) {
    this.context = context;
    this.setUp = setUp;
  }

  @EventListener(ApplicationReadyEvent.class)
  void announce() {
    var server = context.getWebServer();
    String address = "http://localhost:" + (server == null ? 0 : server.getPort());
    System.out.println("Allmende is ready: " + address + "/");
    if (setUp.isOpen()) {
      System.out.println("Set it up once at: " + address + setUp.path());
    }
    System.out.flush();
    new Systemd(System.getenv()).hearsThatWeAreReady();
  }
}

package org.allmende.e2e;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Pictures of the main pages, to lay beside the design and into the documentation. Taken by hand
 * only ({@code CONTRIBUTING.md} says how), because nobody but a person can judge them.
 */
@EnabledIfSystemProperty(named = "allmende.pictures", matches = ".+")
class Screenshots {

  private static final List<Device> DEVICES =
      List.of(Device.DESK, Device.DESK_AT_NIGHT, Device.PHONE, Device.PHONE_AT_NIGHT);

  private final URI home = Program.demo();
  private final Path folder = Path.of(System.getProperty("allmende.pictures", "target/pictures"));
  private final Map<String, Window> staff = new HashMap<>();

  @Test
  void takesThemAll() {
    try (var browsers = new Browsers()) {
      for (Screen screen : Screen.all(home)) {
        for (Device device : DEVICES) {
          take(browsers, screen, device);
        }
      }
    }
  }

  private void take(Browsers browsers, Screen screen, Device device) {
    try (var window = new Window(browsers, home, device)) {
      if (screen.account() != null) {
        window.knownAs(
            staff.computeIfAbsent(screen.account(), account -> enter(browsers, account)));
      }
      window.go(screen.path());
      String name = screen.name() + "-" + device.name().toLowerCase(Locale.ROOT) + ".png";
      window
          .page()
          .screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name)).setFullPage(true));
    }
  }

  private Window enter(Browsers browsers, String account) {
    var window = new Window(browsers, home, Device.DESK);
    String[] roleAndTenant = account.split(" ");
    Staff.enter(window, roleAndTenant[0], roleAndTenant[1]);
    return window;
  }
}

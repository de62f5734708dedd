package org.allmende.e2e;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Pictures of the main pages for the documentation: {@code -Dallmende.pictures=FOLDER}. Run by
 * hand.
 */
final class Screenshots {

  private static final List<Device> DEVICES =
      List.of(Device.DESK, Device.DESK_AT_NIGHT, Device.PHONE, Device.PHONE_AT_NIGHT);

  private Screenshots() {}

  public static void main(String[] args) {
    URI home = Program.demo();
    Path folder = Path.of(System.getProperty("allmende.pictures", "target/pictures"));
    try (var browsers = new Browsers()) {
      for (Screen screen : Screen.all(home)) {
        for (Device device : DEVICES) {
          take(browsers, home, screen, device, folder);
        }
      }
    }
    System.exit(0);
  }

  private static void take(Browsers browsers, URI home, Screen screen, Device device, Path folder) {
    try (var window = new Window(browsers, home, device)) {
      if (screen.account() != null) {
        Staff.enter(window, screen.account().split(" ")[0], screen.account().split(" ")[1]);
      }
      window.go(screen.path());
      String name = screen.name() + "-" + device.name().toLowerCase(Locale.ROOT) + ".png";
      window
          .page()
          .screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name)).setFullPage(true));
    }
  }
}

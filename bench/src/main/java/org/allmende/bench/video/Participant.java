package org.allmende.bench.video;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;

/** Somebody in the room of a workshop with camera and microphone, in a browser window. */
final class Participant {

  /** Notes when the server says where the person is now, and when pictures of others are there. */
  private static final String WATCH =
      """
      others => {
        window.arrival = null;
        const room = document.querySelector('media-room');
        room.addEventListener('media:room', () => {
          const told = Date.now();
          let first = 0;
          const look = async () => {
            const seen = (await room.frames()).filter(decoded => decoded > 0).length;
            if (seen > 0) {
              first ||= Date.now();
            }
            if (seen < others) {
              setTimeout(look, 5);
            } else {
              window.arrival = [told, first, Date.now()];
            }
          };
          setTimeout(look);
        }, { once: true });
      }
      """;

  private final Page page;

  private Participant(Page page) {
    this.page = page;
  }

  /**
   * When something was so for the person, in milliseconds as clocks count them.
   *
   * @param told the server said where the person is now
   * @param first the first picture of somebody else was decoded
   * @param all one of everybody else was
   */
  record Arrival(long told, long first, long all) {}

  static Participant join(Browser browser, URI home, String code, String name) {
    Page page = browser.newContext(new Browser.NewContextOptions().setLocale("de-DE")).newPage();
    page.navigate(home.resolve("join").toString());
    page.locator("[name=code]").fill(code);
    page.locator("main form button[type=submit]").click();
    page.locator("[name=name]").fill(name);
    page.locator("[name=tenant]").selectOption("reallabor");
    page.locator("main form button[type=submit]").click();
    page.locator("[data-do=join-camera]").click();
    return new Participant(page);
  }

  /** Waits until so many others are seen. */
  void sees(int others) {
    page.waitForFunction(
        "async others => (await document.querySelector('media-room').frames())"
            + ".filter(decoded => decoded > 0).length === others",
        others);
  }

  /** From now on notes when so many others are seen in another room. */
  void watch(int others) {
    page.evaluate(WATCH, others);
  }

  Arrival arrival() {
    page.waitForFunction("() => window.arrival");
    List<?> noted = (List<?>) page.evaluate("() => window.arrival");
    return new Arrival(millis(noted, 0), millis(noted, 1), millis(noted, 2));
  }

  private static long millis(List<?> noted, int index) {
    return ((Number) noted.get(index)).longValue();
  }
}

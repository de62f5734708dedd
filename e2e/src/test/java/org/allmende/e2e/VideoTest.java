package org.allmende.e2e;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * People see each other beside the board, from browser to browser; decoded pictures are counted.
 */
class VideoTest {

  private static final String DECODED =
      "async count => (await document.querySelector('media-room').frames())"
          + ".filter(frames => frames > 0).length === count";

  private final Browsers browsers = new Browsers();
  private final List<Window> people = new ArrayList<>();

  @AfterEach
  void leave() {
    browsers.close();
  }

  /** A workshop with people who are in its room. */
  private Meeting meet(URI home, String... names) {
    Api lab = new Api(home, "reallabor", "demo-facilitator-reallabor");
    JsonObject planned =
        lab.create(
            "workshops",
            Map.of(
                "title",
                "Video " + Words.fresh(),
                "startsAt",
                "2099-12-03T13:00:00Z",
                "endsAt",
                "2099-12-03T17:00:00Z",
                "template",
                "empty",
                "coHosts",
                List.of("moers")));
    var meeting = new Meeting(lab, planned.get("id").getAsString());
    meeting.open("Sammeln");
    for (String name : names) {
      var window = new Window(browsers, home, Device.DESK);
      new Participant(window)
          .join(planned.get("joinCode").getAsString(), name, "Moers", "", "")
          .isIn("Sammeln");
      people.add(window);
    }
    return meeting;
  }

  /** The workshop as the facilitator steers it. */
  private record Meeting(Api lab, String id) {

    void open(String title) {
      for (var item : lab.get("workshops/" + id + "/agenda").getAsJsonArray("items")) {
        JsonObject line = item.getAsJsonObject();
        if (line.get("title").getAsString().equals(title)) {
          lab.post("workshops/" + id + "/phase", Map.of("to", line.get("id").getAsString()));
        }
      }
    }
  }

  private void joinVideo() {
    people.forEach(person -> person.press("Mit Kamera"));
  }

  private void eachSees(int others) {
    people.forEach(person -> person.page().waitForFunction(DECODED, others));
  }

  @Test
  void twoSeeEachOtherWithoutAMediaServer() {
    meet(Program.demo(), "Anna", "Ben");
    joinVideo();
    eachSees(1);
    people.forEach(Window::isFine);

    people.getFirst().press("Verlassen");

    people.removeFirst();
    eachSees(0);
  }
}

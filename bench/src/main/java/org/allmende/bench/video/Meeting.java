package org.allmende.bench.video;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.allmende.bench.Api;

/** A workshop with a step in the plenary and one in groups, as its facilitator steers it. */
record Meeting(Api lead, String workshop, String code, String together, String apart) {

  private static final String TOWN = "reallabor";

  /** The step everybody is in at first; every agenda has it. */
  private static final String FIRST = "Sammeln";

  static Meeting plan(URI home) throws IOException, InterruptedException {
    var lead = new Api(home, TOWN, "demo-facilitator-" + TOWN);
    JsonObject planned =
        sent(
            lead,
            "workshops",
            Map.of(
                "title",
                "Video",
                "template",
                "empty",
                "startsAt",
                "2099-12-03T13:00:00Z",
                "endsAt",
                "2099-12-03T17:00:00Z"));
    String workshop = "workshops/" + planned.get("id").getAsString();
    JsonObject groups =
        sent(
            lead,
            workshop + "/agenda",
            Map.of(
                "version",
                lead.get(workshop + "/agenda").text("version"),
                "kind",
                "collect",
                "title",
                "In Gruppen",
                "minutes",
                "10",
                "zones",
                "Das brauchen wir",
                "video",
                "groups"));
    var meeting =
        new Meeting(
            lead,
            workshop,
            planned.get("joinCode").getAsString(),
            first(lead, workshop),
            groups.get("id").getAsString());
    meeting.open(meeting.together());
    return meeting;
  }

  /** Puts those who are there into so many groups. */
  void deal(int groups) throws IOException, InterruptedException {
    JsonObject round = sent(lead, workshop + "/groups", Map.of("groups", groups));
    sent(lead, workshop + "/groups/" + round.get("id").getAsString() + "/release", Map.of());
  }

  private static String first(Api lead, String workshop) throws IOException, InterruptedException {
    for (JsonObject step : lead.get(workshop + "/agenda").items()) {
      if (step.get("title").getAsString().equals(FIRST)) {
        return step.get("id").getAsString();
      }
    }
    throw new IOException("The agenda has no " + FIRST);
  }

  /** One click moves everybody. */
  void open(String step) throws IOException, InterruptedException {
    sent(lead, workshop + "/phase", Map.of("to", step));
  }

  private static JsonObject sent(Api lead, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    Api.Answer answer = lead.send("POST", path, body, null);
    if (answer.status() >= 300) {
      throw new IOException("POST " + path + " " + answer.status() + ": " + answer.text());
    }
    return answer.json();
  }
}

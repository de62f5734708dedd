package org.allmende.e2e;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A main page of the product, as the demo fills it.
 *
 * @param account who sees it, such as {@code officer moers}; null when everybody does
 */
record Screen(String name, @Nullable String account, String path) {

  /** All main pages, found by asking the program. */
  static List<Screen> all(URI home) {
    Api moers = new Api(home, "moers", null);
    String wish =
        path(first(moers.items("wishes"), item -> item.get("state").getAsString().equals("used")));
    String dataset =
        path(
            first(
                moers.items("datasets"), item -> !item.get("origins").getAsJsonArray().isEmpty()));
    Api lab = new Api(home, "reallabor", "demo-facilitator-reallabor");
    List<JsonObject> workshops = lab.items("workshops");
    String room = path(first(workshops, workshop -> !workshop.get("released").getAsBoolean()));
    String done = path(first(workshops, workshop -> workshop.get("released").getAsBoolean()));
    String talking = talking(lab);
    String about = "wish:" + wish.substring(wish.lastIndexOf('/') + 1);
    return List.of(
        new Screen("start", null, "/moers/"),
        new Screen("lab", null, "/reallabor/"),
        new Screen("installation", null, "/"),
        new Screen("wish", null, wish),
        new Screen("wishes", null, "/moers/wishes"),
        new Screen("priorities", null, "/moers/priorities"),
        new Screen("form", null, "/moers/wishes/new"),
        new Screen("dataset", null, dataset),
        new Screen("datasets", null, "/moers/datasets"),
        new Screen("workshop", null, done),
        new Screen("results", null, done + "/results"),
        new Screen("noteList", null, done + "/results/notes"),
        new Screen("register", null, registrations(room)),
        new Screen("practice", null, room + "/practice"),
        new Screen("registrations", "facilitator reallabor", registrations(room) + "/list"),
        new Screen("ownRegistration", null, ownRegistration(home, room)),
        new Screen("subscribe", null, "/moers/subscriptions/new"),
        new Screen("figures", null, "/moers/figures"),
        new Screen("login", null, "/login"),
        new Screen("forgotten", null, "/login/forgotten"),
        new Screen("openData", null, "/moers/legal/open-data"),
        new Screen("barrier", null, "/moers/legal/barrier"),
        new Screen("rules", null, "/moers/legal/rules"),
        new Screen("privacy", null, "/moers/legal/privacy"),
        new Screen("moderation", null, "/moers/legal/moderation"),
        new Screen("report", null, "/moers/reports/new?about=" + about),
        new Screen("comment", null, "/moers/comments/new?about=" + about),
        new Screen("reported", "steward moers", "/moers/desk/texts"),
        new Screen("decide", "steward moers", "/moers/desk/texts/" + about),
        new Screen("texts", "admin moers", "/moers/admin/texts"),
        new Screen("textForm", "admin moers", "/moers/admin/texts/imprint/de"),
        new Screen("look", "admin moers", "/moers/admin/look"),
        new Screen("join", null, "/join"),
        new Screen("use", null, dataset + "/uses/new"),
        new Screen("potentials", null, "/moers/potentials"),
        new Screen("room", "facilitator reallabor", room + "/room"),
        new Screen("asking", "facilitator reallabor", room + "/room?view=drawer&drawer=questions"),
        new Screen(
            "questions", "facilitator reallabor", done + "/room?view=drawer&drawer=questions"),
        new Screen("video", "facilitator reallabor", room + "/video"),
        new Screen("beamer", "facilitator reallabor", room + "/beamer"),
        new Screen("cards", "facilitator reallabor", room + "/cards"),
        new Screen("groups", "facilitator reallabor", room + "/groups"),
        new Screen("agenda", "facilitator reallabor", room + "/agenda"),
        new Screen("talking", "facilitator reallabor", talking + "/room"),
        new Screen("shortened", "facilitator reallabor", talking + "/agenda"),
        new Screen("wall", "facilitator reallabor", talking + "/beamer"),
        new Screen("contacts", null, placed(home, lab, room, "/contacts")),
        new Screen("place", null, placed(home, lab, room, "/own")),
        new Screen("votes", null, done + "/results/votes"),
        new Screen("talk", "facilitator reallabor", talk(lab, workshops)),
        new Screen("agendaLine", "facilitator reallabor", room + "/agenda/new"),
        new Screen("change", "facilitator reallabor", room + "/edit"),
        new Screen("people", "facilitator reallabor", room + "/people"),
        new Screen("harvest", "facilitator reallabor", done + "/harvest"),
        new Screen("materials", "facilitator reallabor", done + "/materials"),
        new Screen("afterwards", "facilitator reallabor", done + "/afterwards"),
        new Screen("nextRun", "facilitator reallabor", done + "/next"),
        new Screen("desk", "steward moers", "/moers/desk"),
        new Screen("synonyms", "steward moers", "/moers/synonyms"),
        new Screen("datasetDesk", "officer moers", "/moers/datasets/desk"),
        new Screen("reading", "officer moers", reading(home, dataset)),
        new Screen("describing", "officer moers", dataset + "/edit"),
        new Screen("promises", "officer moers", "/moers/commitments/mine"),
        new Screen("inbox", "officer moers", "/inbox"),
        new Screen("account", "officer moers", "/account"),
        new Screen("password", "officer moers", "/account/password"),
        new Screen("wishDesk", "steward moers", wish.replace("/wishes/", "/desk/wishes/")),
        new Screen("workshopDesk", "facilitator reallabor", "/reallabor/workshops/desk"),
        new Screen("planning", "facilitator reallabor", "/reallabor/workshops/new"),
        new Screen("admin", "admin moers", "/moers/admin"),
        new Screen("imprint", null, "/legal/imprint"),
        new Screen("installationTexts", "operator allmende", "/operator/texts"),
        new Screen("watch", "operator allmende", "/operator/watch"));
  }

  /** Where the first talk of the lab's workshops is prepared. */
  private static String talk(Api lab, List<JsonObject> workshops) {
    for (JsonObject workshop : workshops) {
      String path = path(workshop);
      String id = path.substring(path.lastIndexOf('/') + 1);
      if (path.startsWith("/reallabor/")) {
        for (JsonObject line : lab.items("workshops/" + id + "/agenda")) {
          if (line.get("kind").getAsString().equals("input")) {
            return path + "/talks/" + line.get("id").getAsString();
          }
        }
      }
    }
    throw new IllegalStateException("No workshop of the demo has a talk");
  }

  /**
   * A workshop in the middle of a talk, with a vote to answer and a line taken out of its agenda;
   * the last one in the lists.
   */
  private static String talking(Api lab) {
    JsonObject made =
        lab.create(
            "workshops",
            Map.of(
                "title", "Vortrag " + Words.fresh(),
                "startsAt", "2026-03-02T13:00:00Z",
                "endsAt", "2026-03-02T17:00:00Z",
                "template", "odfa-240"));
    String workshop = "workshops/" + made.get("id").getAsString();
    String talk = line(lab, workshop, "input");
    JsonObject vote =
        lab.create(
            workshop + "/talks/" + talk + "/votes",
            Map.of("question", "Wer hat schon Daten geöffnet?", "answers", List.of("Ja", "Nein")));
    lab.post(workshop + "/phase", Map.of("to", talk));
    int version = lab.get(workshop + "/agenda").get("version").getAsInt();
    lab.post(
        workshop + "/agenda/" + line(lab, workshop, "feedback") + "/removal",
        Map.of("version", version));
    lab.post(workshop + "/votes/" + vote.get("id").getAsString() + "/opening", Map.of());
    return path(made);
  }

  private static String line(Api lab, String workshop, String kind) {
    return first(
            lab.items(workshop + "/agenda"), line -> line.get("kind").getAsString().equals(kind))
        .get("id")
        .getAsString();
  }

  /** A page of somebody who has just joined. */
  private static String placed(URI home, Api lab, String workshop, String page) {
    String id = workshop.substring(workshop.lastIndexOf('/') + 1);
    String code = lab.get("workshops/" + id).get("joinCode").getAsString();
    JsonObject joined =
        new Api(home, "reallabor", null)
            .post("workshops/" + id + "/join", Map.of("code", code, "name", "Hanne Beispiel"));
    return workshop + page + "?place=" + joined.get("token").getAsString();
  }

  private static JsonObject first(List<JsonObject> items, Predicate<JsonObject> wanted) {
    return items.stream().filter(wanted).findFirst().orElse(items.getFirst());
  }

  private static String path(JsonObject item) {
    return path(item, "url");
  }

  private static String path(JsonObject item, String field) {
    return URI.create(item.get(field).getAsString()).getPath();
  }

  private static String registrations(String workshop) {
    return workshop.replace("/workshops/", "/registrations/workshop:");
  }

  /** Registers somebody for the workshop; with luck on its waiting list. */
  private static String ownRegistration(URI home, String workshop) {
    Api lab = new Api(home, "reallabor", null);
    String id = workshop.substring(workshop.lastIndexOf('/') + 1);
    JsonObject made =
        lab.create(
            "registrations/workshop:" + id,
            Map.of(
                "name",
                "Hanne Beispiel",
                "contact",
                Words.fresh() + "@gast.example",
                "people",
                "2"));
    return path(made, "privateUrl");
  }

  private static String reading(URI home, String dataset) {
    Api officer = new Api(home, "moers", "demo-officer-moers");
    JsonObject facts = officer.get("datasets/" + dataset.substring(dataset.lastIndexOf('/') + 1));
    String file = facts.getAsJsonArray("files").get(0).getAsJsonObject().get("id").getAsString();
    return dataset + "/files/" + file + "/reading";
  }

  boolean isPublic() {
    return account == null;
  }

  @Override
  public String toString() {
    return name;
  }
}

package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.allmende.Caller.Answer;
import org.allmende.base.web.Role;
import org.allmende.wall.Thing.Access;

/** The datasets of a town in all their states. */
final class TownDatasets {

  private final Town town;

  TownDatasets(Town town) {
    this.town = town;
  }

  void fill() {
    Thing open = dataset("Sitzbänke der Stadt", Access.PUBLIC);
    Thing file = file(open, "offen", Access.PUBLIC);
    publish(open, "{}");
    version(file, town.secret("rows not yet published"));
    Thing use = use(open, "Karte der Bänke", Access.PUBLIC);
    assertThat(use.id()).isNotEmpty();
    Thing removed = use(open, town.kept("use taken away"), Access.INTERNAL);
    town.page(
        Role.STEWARD, removed, "/removal", Map.of("reason", town.kept("reason of the removal")));

    Thing draft = dataset(town.secret("draft"), Access.INTERNAL);
    file(draft, town.secret("rows of a draft"), Access.INTERNAL);

    for (int i = 0; i < 2; i++) {
      Thing handedIn = dataset(town.secret("handed in " + i), Access.INTERNAL);
      file(handedIn, town.secret("rows handed in " + i), Access.INTERNAL);
      handIn(handedIn, town.secret("handed in " + i));
    }
    Thing complete = dataset(town.secret("complete"), Access.INTERNAL);
    file(complete, town.secret("rows of the complete"), Access.INTERNAL);

    Thing withdrawn = dataset("Alte Bänke", Access.PUBLIC);
    file(withdrawn, town.secret("rows withdrawn"), Access.INTERNAL);
    publish(withdrawn, "{}");
    town.page(Role.STEWARD, withdrawn, "/withdrawal", Map.of("reason", "Die Zahlen waren falsch."));

    Thing gone = dataset("Noch ältere Bänke", Access.PUBLIC);
    file(gone, "alt", Access.PUBLIC);
    publish(gone, "{}");
  }

  Thing dataset(String title, Access access) {
    Answer begun =
        town.posted(
            town.of(Role.OFFICER),
            "/datasets",
            """
            {"title": "%s", "description": "Je Zeile eine Bank.", "department": "%s",
             "license": "dl-zero-de/2.0", "contact": "baenke@mauerstadt.example"}\
            """
                .formatted(title, town.department.name()));
    return town.thing("datasets", begun.text("id"), access, null);
  }

  Thing file(Thing dataset, String word, Access access) {
    Answer sent =
        town.of(Role.OFFICER)
            .upload(town.api("/datasets/" + dataset.id() + "/files"), "baenke.csv", table(word));
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    return town.thing("files", sent.text("id"), access, dataset);
  }

  private void version(Thing file, String word) {
    String path = "/datasets/" + Town.parent(file).id() + "/files/" + file.id() + "/versions";
    Answer sent = town.of(Role.OFFICER).upload(town.api(path), "baenke.csv", table(word));
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
  }

  private static byte[] table(String word) {
    return ("Nr;Name\n1;" + word + "\n2;" + word + " zwei\n").getBytes(StandardCharsets.UTF_8);
  }

  void publish(Thing dataset, String commitment) {
    String checks =
        """
        "checks": {"legal": true, "personalData": true, "license": true, "contact": true}\
        """;
    town.posted(
        town.of(Role.STEWARD),
        "/datasets/" + dataset.id() + "/publication",
        commitment.replace("{", "{" + checks + (commitment.equals("{}") ? "" : ", ")));
  }

  private Thing use(Thing dataset, String title, Access access) {
    Answer told =
        town.posted(
            town.citizen,
            "/datasets/" + dataset.id() + "/uses",
            "{\"title\": \"%s\"}".formatted(title));
    return town.thing("uses", told.text("id"), access, dataset);
  }

  private void handIn(Thing dataset, String title) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", title);
    fields.put("description", "Je Zeile eine Bank.");
    fields.put("department", town.department.id());
    fields.put("license", "dl-zero-de/2.0");
    fields.put("contact.email", "baenke@mauerstadt.example");
    fields.put("submit", "on");
    town.page(Role.OFFICER, dataset, "/edit", fields);
  }
}

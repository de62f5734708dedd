package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.web.Role;
import org.allmende.wall.Thing.Access;

/** The wishes of a town, what answers them and what was promised for them. */
final class TownWishes {

  private final Town town;

  TownWishes(Town town) {
    this.town = town;
  }

  void fill() {
    ask();
    potentials();
    promises();
  }

  Thing wish(String need, Access access) {
    Answer stated =
        town.posted(
            Caller.at(town.port).with(null),
            "/wishes",
            """
            {"need": "%s", "contact": "%s"}\
            """
                .formatted(need, town.kept("wisher of " + need) + "@buerger.example"));
    Thing wish = town.thing("wishes", stated.text("id"), access, null);
    String link = stated.text("privateUrl");
    town.thing("private", link.substring(link.lastIndexOf('/') + 1), Access.BY_LINK, wish);
    return wish;
  }

  Thing listed(String need) {
    Thing wish = wish(need, Access.PUBLIC);
    town.posted(town.of(Role.STEWARD), "/wishes/" + wish.id() + "/listing", "{}");
    return wish;
  }

  /** Somebody comments on a wish and still has to confirm the address. */
  void comment(String wish, String address, String name) {
    town.posted(
        Caller.at(town.port),
        "/comments",
        """
        {"about": "wish:%s", "words": "Auch abends?", "name": "%s", "contact": "%s"}\
        """
            .formatted(wish, name, address));
  }

  private void ask() {
    for (int i = 0; i < 9; i++) {
      Thing wish = listed("Wo stehen die Sitzbänke im Park " + i);
      town.posted(
          town.citizen, "/wishes/" + wish.id() + "/supports", "{\"organisation\": \"Verein\"}");
    }
    for (int i = 0; i < 2; i++) {
      Thing refused = listed("Wie viele Blätter fallen im Jahr " + i);
      town.posted(
          town.of(Role.STEWARD),
          "/wishes/" + refused.id() + "/refusals",
          "{\"code\": \"not-collected\", \"reason\": \"Niemand zählt sie.\"}");
    }
    wish(town.secret("unlisted wish") + " wartet noch", Access.INTERNAL);
    wish(town.secret("other unlisted wish") + " wartet auch", Access.INTERNAL);
    Thing withdrawn = wish(town.kept("withdrawn wish") + " gibt es nicht mehr", Access.INTERNAL);
    String link = town.tenant.url("/wishes/" + withdrawn.id() + "/private/" + token(withdrawn));
    assertThat(town.citizen.submit(link, link + "/withdrawal", Map.of()).status()).isEqualTo(303);
  }

  private String token(Thing wish) {
    return town.all("private").stream()
        .filter(thing -> wish.equals(thing.parent()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void potentials() {
    potential("Bänke im Park", "public", Access.PUBLIC);
    potential(town.secret("internal potential") + " Bänke", "internal", Access.INTERNAL);
  }

  private Thing potential(String title, String visibility, Access access) {
    Answer offered =
        town.posted(
            town.of(Role.OFFICER),
            "/potentials",
            """
            {"title": "%s", "summary": "Liste", "department": "%s", "visibility": "%s"}\
            """
                .formatted(title, town.department.name(), visibility));
    return town.thing("potentials", offered.text("id"), access, null);
  }

  private void promises() {
    for (int i = 0; i < 3; i++) {
      commitment(listed("Wann fährt der Mähroboter " + i), Access.PUBLIC);
    }
  }

  Thing commitment(Thing wish, Access access) {
    Answer made =
        town.posted(
            town.of(Role.STEWARD),
            "/wishes/" + wish.id() + "/commitments",
            """
            {"department": "%s", "owner": "Sachgebiet Bänke", "dueOn": "2099-12-15"}\
            """
                .formatted(town.department.name()));
    return town.thing("commitments", made.text("id"), access, null);
  }

  /** Public wishes that are answered by something internal. */
  void match(Thing internal) {
    Thing offer =
        town.all("potentials").stream().filter(t -> !t.isPublic()).findFirst().orElseThrow();
    Thing draft =
        town.all("datasets").stream().filter(t -> !t.isPublic()).findFirst().orElseThrow();
    for (Thing answer : List.of(offer, draft)) {
      Thing wish = listed("Welche Bänke sind neu für " + answer.kind());
      String kind = answer.kind().substring(0, answer.kind().length() - 1);
      town.posted(
          town.of(Role.STEWARD),
          "/wishes/" + wish.id() + "/matches",
          "{\"kind\": \"" + kind + "\", \"id\": \"" + answer.id() + "\"}");
    }
    Thing listed = listed("Wo sind noch mehr Bänke");
    String desk = town.tenant.url("/desk/wishes/" + internal.id());
    Answer merged =
        town.of(Role.STEWARD).submit(desk, desk + "/mergers", Map.of("into", listed.id()));
    assertThat(merged.status()).as(merged.body()).isEqualTo(409);
  }
}

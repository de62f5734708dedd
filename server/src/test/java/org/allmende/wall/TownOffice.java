package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.web.Role;
import org.allmende.wall.Thing.Access;

/** What only a town’s own people keep: accounts, barriers, reports, everyday words, links. */
final class TownOffice {

  private final Town town;

  TownOffice(Town town) {
    this.town = town;
  }

  private void words() {
    for (int i = 0; i < 2; i++) {
      String word = town.secret("everyday word " + i);
      Answer added =
          town.posted(
              town.of(Role.STEWARD),
              "/synonyms",
              "{\"word\": \"" + word + "\", \"means\": \"Bank\"}");
      town.thing("synonyms", added.text("id"), Access.INTERNAL, null);
    }
  }

  void fill() {
    words();
    Caller admin = town.of(Role.ADMIN);
    String address = town.secret("address of somebody invited") + "@mauerstadt.example";
    for (String email : List.of(address, "zweite-" + address)) {
      Answer invited =
          admin.submit(
              town.tenant.url("/admin"),
              town.tenant.url("/admin/invitations"),
              Map.of("email", email, "role.officer", "on"));
      assertThat(invited.status()).as(invited.body()).isEqualTo(303);
    }
    Pattern.compile("/invitations/([^\"]+)\"")
        .matcher(admin.get(town.tenant.url("/admin")).body())
        .results()
        .forEach(found -> town.thing("invitations", found.group(1), Access.BY_LINK, null));
    Caller steward = town.of(Role.STEWARD);
    Answer made =
        steward.submit(
            "/account/tokens", "/account/tokens", Map.of("name", town.secret("name of a token")));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    Pattern.compile("/account/tokens/([^/]+)/revocation")
        .matcher(made.body())
        .results()
        .forEach(found -> town.thing("tokens", found.group(1), Access.INTERNAL, null));
    barriers();
    reports();
    links();
    forgotten();
  }

  /** One of the staff forgot the password. */
  private void forgotten() {
    String address = town.addressOf(Role.OFFICER);
    Answer asked =
        town.citizen.submit("/login/forgotten", "/login/forgotten", Map.of("email", address));
    assertThat(asked.status()).as(asked.body()).isEqualTo(303);
    String link = town.link(address, "password");
    assertThat(town.citizen.get("/login/password/" + link).status()).isEqualTo(200);
    town.thing("password", link, Access.BY_LINK, null);
  }

  private void reports() {
    for (int i = 0; i < 2; i++) {
      Thing wish = town.wishes.listed("Wer putzt die Bänke " + i);
      String contact = town.kept("address of somebody who reports " + i) + "@buerger.example";
      town.posted(
          town.citizen,
          "/reports",
          """
          {"about": "wish:%s", "rule": "other", "words": "%s", "contact": "%s"}\
          """
              .formatted(wish.id(), town.secret("words of a report " + i), contact));
      town.thing("texts", "wish:" + wish.id(), Access.INTERNAL, null);
    }
  }

  private void barriers() {
    for (int i = 0; i < 2; i++) {
      Answer reported =
          town.citizen.submit(
              town.tenant.url("/legal/barrier"),
              town.tenant.url("/barriers"),
              Map.of("text", town.secret("barrier " + i)));
      assertThat(reported.status()).as(reported.body()).isEqualTo(303);
    }
    Pattern.compile("/admin/barriers/([^/]+)/answers")
        .matcher(town.of(Role.ADMIN).get(town.tenant.url("/admin/barriers")).body())
        .results()
        .forEach(found -> town.thing("barriers", found.group(1), Access.INTERNAL, null));
  }

  /** Somebody is told something, and so has all the links there are. */
  private void links() {
    String address = town.kept("somebody who is told") + "@buerger.example";
    String need = "{\"need\": \"Wie hoch sind die Bänke?\", \"contact\": \"" + address + "\"}";
    Thing wish =
        town.thing(
            "wishes", town.posted(town.citizen, "/wishes", need).text("id"), Access.PUBLIC, null);
    String confirm = town.link(address, "confirm");
    assertThat(town.citizen.get("/confirm/" + confirm).status()).isEqualTo(200);
    town.thing("confirm", confirm, Access.BY_LINK, null);
    town.posted(town.of(Role.STEWARD), "/wishes/" + wish.id() + "/listing", "{}");
    Thing own = town.thing("links", town.link(address, "private"), Access.BY_LINK, null);
    town.posted(town.citizen, "/subscriptions", "{\"contact\": \"" + address + "\"}");
    Pattern.compile("/subscriptions/([^/]+)/ending")
        .matcher(town.citizen.get("/private/" + own.id()).body())
        .results()
        .forEach(found -> {
          town.thing("subscriptions", found.group(1), Access.INTERNAL, null);
          town.thing("subscriptions", found.group(1), Access.INTERNAL, own);
        });
    town.thing("unsubscribe", town.link(address, "unsubscribe"), Access.BY_LINK, null);
    String said = "{\"about\": \"wish:%s\", \"words\": \"%s\", \"contact\": \"%s\"}";
    String words = town.kept("comment that waits");
    town.posted(town.citizen, "/comments", said.formatted(wish.id(), words, address));
    town.thing("waiting", town.link(address, "waiting"), Access.BY_LINK, null);
  }
}

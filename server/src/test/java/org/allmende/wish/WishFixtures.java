package org.allmende.wish;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.allmende.Caller;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Origin;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;

/** Recurring people and places for the tests of wishes; every test makes its own tenants. */
class WishFixtures {

  private final Tenants tenants;
  private final People people;
  private final Tokens tokens;

  WishFixtures(Tenants tenants, People people, Tokens tokens) {
    this.tenants = tenants;
    this.people = people;
    this.tokens = tokens;
  }

  Tenant town(String name) {
    String slug = name.toLowerCase(Locale.ROOT) + "-" + Ids.next().toLowerCase(Locale.ROOT);
    return tenants.create(
        new Tenant(new TenantId(slug), name, Tenant.Kind.MUNICIPALITY, "#1b5e57", null, null, null),
        Viewer.system());
  }

  Department department(Tenant town, String name) {
    return tenants.addDepartment(town.id(), name, Viewer.system());
  }

  Viewer staff(Tenant town, String name, Role role) {
    var person = people.account(Ids.next() + "@example.org", name, people.hashed(Ids.next()));
    people.grant(person, town.id(), role, null);
    return people.viewer(person).orElseThrow();
  }

  /** A browser in which somebody of the town has logged in. */
  Caller loggedIn(Tenant town, Role role, int port) {
    String email = Ids.next() + "@example.org";
    String password = Ids.next();
    people.grant(people.account(email, "Frau Amt", people.hashed(password)), town.id(), role, null);
    Caller browser = Caller.at(port);
    browser.submit("/login", "/login", Map.of("email", email, "password", password));
    return browser;
  }

  String token(Viewer viewer) {
    String token = Ids.next() + Ids.next();
    tokens.keep(viewer.known(), token, "test");
    return token;
  }

  Viewer citizen() {
    return Viewer.anonymous(Locale.GERMAN);
  }

  static Need need(String text) {
    return Need.of(text, Hat.PRIVATE, null);
  }

  static HarvestedNote note(Tenant town, Tenant host, Ref workshop, String text) {
    return new HarvestedNote(
        town.id(),
        host.id(),
        new Origin("Offene Daten für Alle", host.url("/workshops/" + workshop.id()), workshop),
        new Ref("note", Ids.next()),
        text,
        text,
        null,
        Hat.HOBBY,
        null,
        "Teilnehmende 14",
        "Wissen über den Beruf hinaus",
        3,
        Instant.parse("2026-03-12T10:00:00Z"));
  }

  static Ref workshop() {
    return new Ref("workshop", Ids.next());
  }
}

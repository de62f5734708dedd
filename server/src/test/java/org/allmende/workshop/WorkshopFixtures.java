package org.allmende.workshop;

import java.util.Locale;
import java.util.Map;
import org.allmende.Caller;
import org.allmende.base.id.Ids;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;

/** Places and people for the tests of workshops; every test makes its own. */
final class WorkshopFixtures {

  private final Tenants tenants;
  private final People people;
  private final Tokens tokens;

  WorkshopFixtures(Tenants tenants, People people, Tokens tokens) {
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

  /** The API token of somebody who has the role. */
  String token(Tenant town, Role role) {
    var person =
        people.account(Ids.next() + "@example.org", "Jette Hollands", people.hashed(Ids.next()));
    people.grant(person, town.id(), role, null);
    String token = Ids.next() + Ids.next();
    tokens.keep(person, token, "test");
    return token;
  }

  /** The browser of somebody who has the role and is logged in. */
  Caller browser(int port, Tenant town, Role role) {
    String mail = Ids.next().toLowerCase(Locale.ROOT) + "@staff.example";
    String password = "ein langes Passwort";
    people.grant(people.account(mail, "Jette", people.hashed(password)), town.id(), role, null);
    Caller browser = Caller.at(port);
    browser.submit("/login", "/login", Map.of("email", mail, "password", password));
    return browser;
  }
}

package org.allmende.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.HashedPassword;
import org.allmende.people.LoginHint;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.CoHosting;
import org.allmende.tenant.Department;
import org.allmende.tenant.Places;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The towns and the lab of the demo, with departments, places, accounts and tokens. */
@Component
class DemoTowns {

  static final TenantId LAB = new TenantId("reallabor");

  private static final String PASSWORD = "allmende-demo";
  private static final String CITIZEN = "citizen";
  private static final String OPERATOR = "operator@allmende.example";
  private static final int FOUNDED = 420;

  private record Town(
      String slug,
      String name,
      Tenant.Kind kind,
      String accent,
      @Nullable String ags,
      String contact,
      List<String> departments,
      List<String> places,
      List<Account> people) {

    TenantId id() {
      return new TenantId(slug);
    }
  }

  /**
   * An account of a town.
   *
   * @param as its role, or "citizen" for one without roles
   * @param what how the login page calls it; null keeps it off that page
   */
  private record Account(
      String as, String mail, String name, @Nullable String department, @Nullable String what) {

    boolean isStaff() {
      return !as.equals(CITIZEN);
    }
  }

  private final DemoFiles files;
  private final DemoPast past;
  private final Tenants tenants;
  private final Places places;
  private final CoHosting coHosting;
  private final People people;
  private final Tokens tokens;

  DemoTowns(
      DemoFiles files,
      DemoPast past,
      Tenants tenants,
      Places places,
      CoHosting coHosting,
      People people,
      Tokens tokens) {
    this.files = files;
    this.past = past;
    this.tenants = tenants;
    this.places = places;
    this.coHosting = coHosting;
    this.people = people;
    this.tokens = tokens;
  }

  void found() {
    HashedPassword password = people.hashed(PASSWORD);
    towns()
        .forEach(town ->
            past.does("town:" + town.slug(), past.daysAgo(FOUNDED), () -> found(town, password)));
    past.does("harvest-rights", past.daysAgo(FOUNDED - 60), this::trustTheLab);
  }

  private void found(Town town, HashedPassword password) {
    Tenant tenant =
        tenants.create(
            new Tenant(
                town.id(),
                town.name(),
                town.kind(),
                town.accent(),
                town.ags(),
                town.contact(),
                null),
            Viewer.system());
    town.departments().forEach(name -> tenants.addDepartment(tenant.id(), name, Viewer.system()));
    places.rename(tenant.id(), town.places(), Viewer.system());
    town.people().forEach(account -> register(tenant, account, password));
  }

  private void register(Tenant tenant, Account account, HashedPassword password) {
    PersonId person = people.account(account.mail(), account.name(), password);
    if (account.isStaff()) {
      Role role = Role.valueOf(account.as().toUpperCase(Locale.ROOT));
      people.grant(person, tenant.id(), role, departmentOrNull(tenant.id(), account.department()));
    }
    if (account.what() != null) {
      tokens.keep(person, "demo-" + account.as() + "-" + tenant.slug(), "Demo");
    }
  }

  private @Nullable Department departmentOrNull(TenantId tenant, @Nullable String name) {
    return name == null ? null : department(tenant, name);
  }

  private void trustTheLab() {
    towns().stream()
        .filter(town -> !town.id().equals(LAB))
        .forEach(town -> coHosting.grantHarvest(town.id(), LAB, one(town.id(), Role.ADMIN)));
  }

  /** Comes last: an installation that somebody runs is complete. */
  void handOver() {
    HashedPassword password = people.hashed(PASSWORD);
    past.does(
        "operator",
        past.daysAgo(FOUNDED),
        () -> {
          PersonId operator = people.account(OPERATOR, "Imke Grotendorst", password);
          tokens.keep(operator, "demo-operator", "Demo");
          people.makeOperator(operator);
        });
  }

  /** What the login page shows. */
  List<LoginHint> hints() {
    List<LoginHint> hints =
        new ArrayList<>(
            towns().stream()
                .flatMap(town -> town.people().stream())
                .flatMap(account ->
                    account.what() == null
                        ? Stream.empty()
                        : Stream.of(new LoginHint(account.mail(), PASSWORD, account.what())))
                .toList());
    hints.add(new LoginHint(OPERATOR, PASSWORD, "Betrieb der Installation"));
    return hints;
  }

  /** The account as it would ask now. */
  Viewer viewer(String mail) {
    return people.accountOf(mail).flatMap(people::viewer).orElseThrow();
  }

  /** The town's account for a role. */
  Viewer one(TenantId town, Role role) {
    return viewer(role.key() + "@" + town.slug() + ".example");
  }

  Department department(TenantId town, String name) {
    return tenants.departmentNamed(town, name).orElseThrow(() -> new IllegalStateException(name));
  }

  Tenant get(TenantId town) {
    return tenants.get(town);
  }

  private List<Town> towns() {
    return files.list("towns.json", Town[].class);
  }
}

package org.allmende.app.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allmende.base.db.OpenDatabase;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.Invitations;
import org.allmende.people.People;
import org.allmende.people.SetUp;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;

/** Lets somebody in by a link with which the person chooses a password. */
final class UserAdd implements Command {

  @Override
  public String usage() {
    return "user add MAIL";
  }

  @Override
  public String purpose() {
    return "--tenant SLUG --role ROLE… [--department D], or --operator: lets somebody in by a link";
  }

  @Override
  public boolean run(Words words, Installation installation) {
    String mail = words.next("MAIL");
    boolean operator = words.flag("--operator");
    Optional<String> slug = words.option("--tenant");
    List<Role> roles = words.options("--role").stream().map(UserAdd::role).toList();
    Optional<String> department = words.option("--department");
    words.end();
    if (!mail.contains("@")) {
      throw new Words.WrongUsage(mail + " is no mail address.");
    }
    if (!operator && (slug.isEmpty() || roles.isEmpty())) {
      throw new Words.WrongUsage(
          "Say --operator, or for whom and as what: --tenant SLUG --role ROLE.");
    }
    try (OpenDatabase database = installation.open();
        Wiring wiring = Wiring.of(database)) {
      if (operator) {
        operator(mail, wiring);
      } else {
        Said.invitation(
            wiring.doing(() -> invite(mail, slug.orElseThrow(), roles, department, wiring)));
      }
      return true;
    }
  }

  private static String invite(
      String mail, String slug, List<Role> roles, Optional<String> department, Wiring wiring) {
    Tenants tenants = wiring.part(Tenants.class);
    Tenant tenant = tenants.get(slug);
    Optional<Department> known = department.map(name -> department(tenants, tenant, name));
    return wiring.part(Invitations.class).invite(tenant, mail, roles, known, Viewer.system());
  }

  /** The first operator sets the installation up; later ones have an account already. */
  private static void operator(String mail, Wiring wiring) {
    SetUp setUp = wiring.part(SetUp.class);
    if (setUp.isOpen()) {
      System.out.println("Nobody runs this installation yet. Set it up once at: " + setUp.path());
      return;
    }
    People people = wiring.part(People.class);
    PersonId person =
        people
            .accountOf(mail)
            .orElseThrow(() ->
                new CommandRefused(
                    mail + " has no account yet. Invite the person into a tenant first."));
    people.makeOperator(person);
    System.out.println("Operator from now on: " + mail);
  }

  private static Role role(String word) {
    return Arrays.stream(Role.values())
        .filter(role -> role.key().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new Words.WrongUsage(
                word + " is no role. There are: officer, steward, facilitator, admin."));
  }

  private static Department department(Tenants tenants, Tenant tenant, String name) {
    return tenants
        .departmentNamed(tenant.id(), name)
        .orElseThrow(() -> new CommandRefused(tenant.name() + " has no department " + name + "."));
  }
}

package org.allmende.people;

import java.util.List;
import java.util.Optional;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates tenants with their departments and invites their first administrators. */
@Component
public class Founding {

  private final Tenants tenants;
  private final Invitations invitations;

  Founding(Tenants tenants, Invitations invitations) {
    this.tenants = tenants;
    this.invitations = invitations;
  }

  /** Creates the tenant; the link with which its administrator begins, if one was named. */
  @Transactional
  public Optional<String> found(NewTenant wanted, Viewer operator) {
    var tenant = tenants.create(wanted.tenant(), operator);
    wanted
        .departments()
        .forEach(department -> tenants.addDepartment(tenant.id(), department, operator));
    return Optional.ofNullable(wanted.admin())
        .map(admin ->
            invitations.invite(
                tenant, admin, List.of(Role.ADMIN, Role.STEWARD), Optional.empty(), operator));
  }
}

package org.allmende.comment;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.people.StaffMember;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenants;
import org.springframework.stereotype.Component;

/** In whose name staff write: the data office, or an officer's department; never the person. */
@Component
class Offices {

  private final People people;
  private final Tenants tenants;
  private final Texts texts;

  Offices(People people, Tenants tenants, Texts texts) {
    this.people = people;
    this.tenants = tenants;
    this.texts = texts;
  }

  /** Empty for everybody who is not of the tenant's staff. */
  Optional<String> of(TenantId tenant, Viewer viewer) {
    if (viewer.has(tenant, Role.STEWARD)) {
      return Optional.of(texts.of(Locale.GERMAN, "comment.office.steward"));
    }
    if (!viewer.isStaff(tenant)) {
      return Optional.empty();
    }
    return people.staff(tenant, Role.OFFICER).stream()
        .filter(member -> member.person().equals(viewer.person()))
        .map(StaffMember::department)
        .filter(Objects::nonNull)
        .findFirst()
        .flatMap(id -> tenants.department(tenant, id))
        .map(Department::name)
        .or(() -> tenants.find(tenant).map(found -> found.name()));
  }
}

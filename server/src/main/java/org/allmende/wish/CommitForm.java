package org.allmende.wish;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allmende.base.id.Origin;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Role;
import org.allmende.people.People;
import org.allmende.people.StaffMember;
import org.allmende.plan.CommitmentDraft;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads who promises what until when; a department and an officer may be named by id or by name.
 */
@Component
class CommitForm {

  private static final int LINE = 200;

  private final Tenants tenants;
  private final People people;

  CommitForm(Tenants tenants, People people) {
    this.tenants = tenants;
    this.people = people;
  }

  /** The promise, or null if something is wrong; what is wrong is noted in the form. */
  @Nullable CommitmentDraft read(TenantId tenant, Form form, Origin origin) {
    Department department = department(tenant, form).orElse(null);
    String owner = form.text("owner").max(LINE).optional();
    PersonId officer = officer(tenant, form, owner).orElse(null);
    LocalDate dueOn = form.date("dueOn");
    if (dueOn == null) {
      form.reject("dueOn", "wish.commit.dueOn.missing");
    }
    if (owner == null && officer == null) {
      form.reject("owner", "wish.commit.owner.missing");
    }
    String text = form.text("text").max(Need.LONGEST).optional();
    if (!form.isValid() || department == null || dueOn == null) {
      return null;
    }
    // A person stays internal: where a person was named, the department is the public owner.
    String function = owner == null || isPerson(tenant, owner) ? department.name() : owner;
    return new CommitmentDraft(tenant, origin, department, function, officer, dueOn, text);
  }

  private Optional<Department> department(TenantId tenant, Form form) {
    String given = form.text("department").required("wish.commit.department.missing");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Optional<Department> found =
        tenants.department(tenant, given).or(() -> tenants.departmentNamed(tenant, given));
    if (found.isEmpty()) {
      form.reject("department", "wish.commit.department.unknown", names(tenant));
    }
    return found;
  }

  private String names(TenantId tenant) {
    return String.join("; ", tenants.departments(tenant).stream().map(Department::name).toList());
  }

  private Optional<PersonId> officer(TenantId tenant, Form form, @Nullable String owner) {
    String given = form.text("officer").optional();
    List<StaffMember> officers = people.staff(tenant, Role.OFFICER);
    if (given != null) {
      return officers.stream()
          .map(StaffMember::person)
          .filter(person -> person.value().equals(given))
          .findFirst();
    }
    return owner == null ? Optional.empty() : named(officers, owner);
  }

  private boolean isPerson(TenantId tenant, String owner) {
    return named(people.staff(tenant, Role.OFFICER), owner).isPresent();
  }

  private Optional<PersonId> named(List<StaffMember> officers, String owner) {
    Optional<PersonId> account = owner.contains("@") ? people.accountOf(owner) : Optional.empty();
    return officers.stream()
        .filter(member ->
            member.name().toLowerCase(Locale.ROOT).equals(owner.toLowerCase(Locale.ROOT))
                || account.filter(member.person()::equals).isPresent())
        .map(StaffMember::person)
        .findFirst();
  }
}

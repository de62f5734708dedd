package org.allmende.people;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Department;
import org.allmende.tenant.Places;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the administrator of a tenant looks after people, departments and places. */
@Controller
class AdminPages {

  private static final int LONGEST_PLACE = 100;

  private final Tenants tenants;
  private final Places places;
  private final People people;
  private final Invitations invitations;

  AdminPages(Tenants tenants, Places places, People people, Invitations invitations) {
    this.tenants = tenants;
    this.places = places;
    this.people = people;
    this.invitations = invitations;
  }

  @GetMapping("/{tenant}/admin")
  ModelAndView show(Tenant tenant, Viewer viewer) {
    viewer.require(tenant.id(), Role.ADMIN);
    return page(tenant, Form.empty(), HttpStatus.OK);
  }

  @GetMapping("/{tenant}/admin/look")
  ModelAndView look(Tenant tenant, Viewer viewer) {
    viewer.require(tenant.id(), Role.ADMIN);
    return look(
        tenant,
        Form.of(
            Map.of(
                "name",
                tenant.name(),
                "accent",
                tenant.accent(),
                "contact",
                Objects.requireNonNullElse(tenant.contact(), ""),
                "contributor",
                Objects.requireNonNullElse(tenant.contributorId(), ""))),
        HttpStatus.OK);
  }

  private static ModelAndView look(Tenant tenant, Form form, HttpStatus status) {
    return new ModelAndView("people/look", Map.of("tenant", tenant, "form", form), status);
  }

  @PostMapping("/{tenant}/admin/look")
  ModelAndView changeLook(Tenant tenant, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.ADMIN);
    Tenant changed =
        new Tenant(
            tenant.id(),
            TenantFields.name(form),
            tenant.kind(),
            TenantFields.accent(form),
            tenant.ags(),
            TenantFields.contact(form),
            TenantFields.contributor(form));
    if (!form.isValid()) {
      return look(tenant, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    tenants.change(changed, viewer);
    return Redirect.to(tenant.url("/admin"), "people.saying.lookChanged");
  }

  private ModelAndView page(Tenant tenant, Form form, HttpStatus status) {
    return new ModelAndView(
        "people/admin",
        Map.of(
            "tenant", tenant,
            "staff", staff(tenant),
            "departments", tenants.departments(tenant.id()),
            "places", places.of(tenant.id()),
            "open", open(tenant),
            "form", form),
        status);
  }

  private List<OpenInvitation> open(Tenant tenant) {
    return invitations.open(tenant.id()).stream()
        .map(invitation ->
            new OpenInvitation(
                invitation.email(), invitation.roles(), invitations.link(invitation.id())))
        .toList();
  }

  private List<StaffRow> staff(Tenant tenant) {
    Map<PersonId, StaffRow> rows = new LinkedHashMap<>();
    Map<Role, List<StaffMember>> byRole = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      byRole.put(role, people.staff(tenant.id(), role));
    }
    byRole.forEach((role, members) ->
        members.forEach(member ->
            rows.computeIfAbsent(
                    member.person(),
                    person -> new StaffRow(person, member.name(), new ArrayList<>()))
                .roles()
                .add(role)));
    return List.copyOf(rows.values());
  }

  @PostMapping("/{tenant}/admin/invitations")
  ModelAndView invite(Tenant tenant, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.ADMIN);
    String email = form.email("email");
    if (email == null) {
      form.reject("email", "people.form.email.missing");
    }
    List<Role> roles = new ArrayList<>();
    for (Role role : Role.values()) {
      if (form.ticked("role." + role.key())) {
        roles.add(role);
      }
    }
    if (roles.isEmpty()) {
      form.reject("roles", "people.form.roles.missing");
    }
    Optional<Department> department =
        tenants.department(tenant.id(), form.text("department").or("-"));
    if (email == null || !form.isValid()) {
      return page(tenant, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    invitations.invite(tenant, email, roles, department, viewer);
    return Redirect.to(tenant.url("/admin"), "people.saying.invited");
  }

  @PostMapping("/{tenant}/admin/departments")
  ModelAndView addDepartment(Tenant tenant, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.ADMIN);
    String name = form.text("name").max(200).required("people.department.missing");
    if (!form.isValid()) {
      return page(tenant, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var _ = tenants.addDepartment(tenant.id(), name, viewer);
    return Redirect.to(tenant.url("/admin"), "people.saying.departmentAdded");
  }

  @PostMapping("/{tenant}/admin/places")
  ModelAndView namePlaces(Tenant tenant, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.ADMIN);
    List<String> names =
        form.text("places")
            .max(20_000)
            .or("")
            .lines()
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    if (names.stream().anyMatch(name -> name.length() > LONGEST_PLACE)) {
      form.reject("places", "people.places.long", LONGEST_PLACE);
    }
    if (!form.isValid()) {
      return page(tenant, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    places.rename(tenant.id(), names, viewer);
    return Redirect.to(tenant.url("/admin"), "people.saying.placesNamed");
  }

  /** Takes a role away; acts with the person's next click. */
  @PostMapping("/{tenant}/admin/people/{person}/revocations")
  ModelAndView revoke(Tenant tenant, @PathVariable String person, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.ADMIN);
    Role role = form.choice("role", Role.class);
    if (role != null && !(role == Role.ADMIN && person.equals(viewer.known().value()))) {
      people.revoke(new PersonId(person), tenant.id(), role);
    }
    return Redirect.to(tenant.url("/admin"), "people.saying.revoked");
  }
}

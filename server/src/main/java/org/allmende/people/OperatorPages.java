package org.allmende.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the operator creates tenants and invites their first administrators. */
@Controller
class OperatorPages {

  private static final Pattern AGS = Pattern.compile("\\d{5}|\\d{8}");

  private final Tenants tenants;
  private final People people;
  private final Invitations invitations;

  OperatorPages(Tenants tenants, People people, Invitations invitations) {
    this.tenants = tenants;
    this.people = people;
    this.invitations = invitations;
  }

  @GetMapping("/operator/tenants")
  ModelAndView list(Viewer viewer) {
    operator(viewer);
    return page(Form.of(Map.of("accent", TenantFields.FIRST_ACCENT)), HttpStatus.OK);
  }

  private ModelAndView page(Form form, HttpStatus status) {
    return new ModelAndView(
        "people/tenants", Map.of("tenants", tenants.all(), "form", form), status);
  }

  @PostMapping("/operator/tenants")
  @Transactional
  public ModelAndView create(Form form, Viewer viewer) {
    operator(viewer);
    String name = TenantFields.name(form);
    String slug = form.text("slug").max(40).required("people.tenant.slug.missing");
    if (!slug.isEmpty() && !TenantId.isSlug(slug)) {
      form.reject("slug", "people.tenant.slug.shape");
    }
    Tenant.Kind kind = form.choice("kind", Tenant.Kind.class);
    if (kind == null) {
      form.reject("kind", "base.form.choice");
    }
    String accent = TenantFields.accent(form);
    String ags = form.text("ags").optional();
    if (ags != null && !AGS.matcher(ags).matches()) {
      form.reject("ags", "people.tenant.ags.shape");
    }
    String contact = TenantFields.contact(form);
    String admin = form.email("admin");
    List<String> departments =
        form.text("departments").max(5_000).or("").lines().map(String::strip).distinct().toList();
    if (!form.isValid() || kind == null) {
      return page(form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Tenant tenant =
        tenants.create(
            new Tenant(new TenantId(slug), name, kind, accent, ags, contact, null), viewer);
    departments.stream()
        .filter(department -> !department.isEmpty())
        .forEach(department -> tenants.addDepartment(tenant.id(), department, viewer));
    people.grant(viewer.known(), tenant.id(), Role.ADMIN, null);
    if (admin != null) {
      invitations.invite(
          tenant, admin, List.of(Role.ADMIN, Role.STEWARD), Optional.empty(), viewer);
    }
    return Redirect.to(tenant.url("/admin"), "people.saying.tenantCreated");
  }

  private static void operator(Viewer viewer) {
    viewer.known();
    if (!viewer.operator()) {
      throw Problem.forbidden("base.problem.role");
    }
  }
}

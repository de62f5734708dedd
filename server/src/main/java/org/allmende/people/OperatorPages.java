package org.allmende.people;

import java.util.Map;
import org.allmende.base.web.Form;
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

  private final Tenants tenants;
  private final People people;
  private final Founding founding;

  OperatorPages(Tenants tenants, People people, Founding founding) {
    this.tenants = tenants;
    this.people = people;
    this.founding = founding;
  }

  @GetMapping("/operator/tenants")
  ModelAndView list(Viewer viewer) {
    viewer.requireOperator();
    return page(Form.of(Map.of("accent", TenantFields.FIRST_ACCENT)), HttpStatus.OK);
  }

  private ModelAndView page(Form form, HttpStatus status) {
    return new ModelAndView(
        "people/tenants", Map.of("tenants", tenants.active(), "form", form), status);
  }

  @PostMapping("/operator/tenants")
  @Transactional
  public ModelAndView create(Form form, Viewer viewer) {
    viewer.requireOperator();
    NewTenant wanted = NewTenant.read(form);
    if (wanted == null) {
      return page(form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var _ = founding.found(wanted, viewer);
    Tenant tenant = wanted.tenant();
    people.grant(viewer.known(), tenant.id(), Role.ADMIN, null);
    return Redirect.to(tenant.url("/admin"), "people.saying.tenantCreated");
  }
}

package org.allmende.app;

import java.util.List;
import java.util.Map;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.notify.Inbox;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The account page, and the way from the login to one's own desk. */
@Controller
class AccountPages {

  private final Tenants tenants;
  private final Inbox inbox;

  AccountPages(Tenants tenants, Inbox inbox) {
    this.tenants = tenants;
    this.inbox = inbox;
  }

  /** Leads to the desk of the only tenant somebody works for, else to the choice. */
  @GetMapping("/account/start")
  ModelAndView start(Viewer viewer) {
    var _ = viewer.known();
    if (viewer.roles().size() == 1 && !viewer.operator()) {
      return Redirect.to(desk(viewer, viewer.roles().keySet().iterator().next()));
    }
    return Redirect.to(
        viewer.operator() && viewer.roles().isEmpty() ? "/operator/tenants" : "/account");
  }

  private static String desk(Viewer viewer, TenantId tenant) {
    String home = "/" + tenant.slug();
    if (viewer.has(tenant, Role.STEWARD)) {
      return home + "/desk";
    }
    if (viewer.has(tenant, Role.OFFICER)) {
      return home + "/commitments/mine";
    }
    return home + (viewer.has(tenant, Role.FACILITATOR) ? "/workshops/desk" : "/admin");
  }

  @GetMapping("/account")
  ModelAndView account(Viewer viewer) {
    int unread = inbox.unread(viewer.known());
    List<Tenant> mine =
        tenants.all().stream().filter(tenant -> viewer.isStaff(tenant.id())).toList();
    return new ModelAndView("app/account", Map.of("tenants", mine, "unread", unread));
  }
}

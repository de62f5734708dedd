package org.allmende.app;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.SharedPage;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The pages every public site has to have, for a tenant and for the installation. */
@Controller
class LegalPages {

  private static final Set<String> TOPICS =
      Set.of("accessibility", "barrier", "privacy", "imprint", "interfaces");

  private final Tenants tenants;

  LegalPages(Tenants tenants) {
    this.tenants = tenants;
  }

  @SharedPage
  @GetMapping("/{tenant}/legal/{topic}")
  ModelAndView ofTenant(Tenant tenant, @PathVariable String topic) {
    return page(topic, Optional.of(tenant));
  }

  @GetMapping("/legal/{topic}")
  ModelAndView ofInstallation(@PathVariable String topic) {
    return page(topic, Optional.empty());
  }

  private ModelAndView page(String topic, Optional<Tenant> tenant) {
    if (!TOPICS.contains(topic)) {
      throw Problem.notFound("base.problem.notFound");
    }
    String contact = tenant.map(Tenant::contact).orElse("");
    return new ModelAndView(
        "app/legal",
        Map.of(
            "topic", topic,
            "name", tenant.map(Tenant::name).orElse("Allmende"),
            "contact", contact,
            "home", tenant.map(t -> t.url("")).orElse(""),
            "hasTenant", tenant.map(Tenant::id).map(TenantId::slug).isPresent()));
  }
}

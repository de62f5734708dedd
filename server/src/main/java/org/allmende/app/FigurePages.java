package org.allmende.app;

import java.util.List;
import java.util.Map;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.allmende.wish.Figures;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How the figures of the start pages are counted, each with its rule. */
@Controller
class FigurePages {

  private final Figures figures;
  private final Tenants tenants;

  FigurePages(Figures figures, Tenants tenants) {
    this.figures = figures;
    this.tenants = tenants;
  }

  @GetMapping("/{tenant}/figures")
  ModelAndView ofTenant(Tenant tenant) {
    return new ModelAndView("app/figures", Map.of("sums", figures.of(List.of(tenant.id()))));
  }

  @GetMapping("/figures")
  ModelAndView ofInstallation() {
    return new ModelAndView(
        "app/figures",
        Map.of("sums", figures.of(tenants.active().stream().map(Tenant::id).toList())));
  }
}

package org.allmende.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Pace;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reporting a barrier, and where the tenant reads the reports. */
@Controller
class BarrierPages {

  private final Barriers barriers;
  private final Pace pace;

  BarrierPages(Barriers barriers, Pace pace) {
    this.barriers = barriers;
    this.pace = pace;
  }

  /** {@code ?page=} says where the reader came from. */
  @GetMapping("/{tenant}/legal/barrier")
  ModelAndView blank(Tenant tenant, @RequestParam(defaultValue = "") String page) {
    return page(tenant, Form.of(Map.of("page", page)), HttpStatus.OK);
  }

  private static ModelAndView page(Tenant tenant, Form form, HttpStatus status) {
    return new ModelAndView("app/barrier", Map.of("tenant", tenant, "form", form), status);
  }

  @PostMapping("/{tenant}/barriers")
  ModelAndView report(
      Tenant tenant,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    String text = form.text("text").max(4_000).required("app.barrier.text.missing");
    String where = form.text("page").max(500).or("");
    String contact = form.email("contact");
    if (!form.isValid()) {
      return page(tenant, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    pace.count(viewer, request, response);
    barriers.report(tenant, where, text, contact, form.submission());
    return Redirect.to(tenant.url("/"), "app.barrier.said");
  }

  @GetMapping("/{tenant}/admin/barriers")
  ModelAndView list(Tenant tenant, Viewer viewer) {
    return new ModelAndView(
        "app/barriers", Map.of("tenant", tenant, "barriers", barriers.newest(tenant, viewer)));
  }

  @PostMapping("/{tenant}/admin/barriers/{id}/answers")
  ModelAndView answered(Tenant tenant, @PathVariable String id, Viewer viewer) {
    barriers.answered(tenant, id, viewer);
    return Redirect.to(tenant.url("/admin/barriers"), "app.barrier.answered.said");
  }
}

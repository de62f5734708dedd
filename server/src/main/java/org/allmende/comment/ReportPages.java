package org.allmende.comment;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where anyone reports a text, or objects to what was decided about it. */
@Controller
class ReportPages {

  private final Reports reports;
  private final Pace pace;

  ReportPages(Reports reports, Pace pace) {
    this.reports = reports;
    this.pace = pace;
  }

  /** {@code ?about=} says which text. */
  @GetMapping("/{tenant}/reports/new")
  ModelAndView form(Tenant tenant, Form form, Viewer viewer) {
    return page(tenant, reports.text(tenant, form.value("about"), viewer), form, HttpStatus.OK);
  }

  private ModelAndView page(Tenant tenant, PublicText text, Form form, HttpStatus status) {
    return new ModelAndView(
        "comment/report",
        Map.of("tenant", tenant, "text", text, "decided", reports.isDecided(text), "form", form),
        status);
  }

  @PostMapping("/{tenant}/reports")
  ModelAndView report(
      Tenant tenant,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    PublicText text = reports.text(tenant, form.value("about"), viewer);
    ReportForm read = ReportForm.read(form);
    if (!form.isValid()) {
      return page(tenant, text, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    pace.count(viewer, request, response);
    var _ = reports.report(text, read, form.submission(), viewer);
    return Redirect.to(text.url(), "comment.report.said");
  }
}

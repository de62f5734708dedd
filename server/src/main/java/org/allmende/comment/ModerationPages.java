package org.allmende.comment;

import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.SharedPage;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where stewards decide about texts, and where everybody reads what they decided. */
@Controller
class ModerationPages {

  private final Moderation moderation;

  ModerationPages(Moderation moderation) {
    this.moderation = moderation;
  }

  @GetMapping("/{tenant}/desk/texts")
  ModelAndView queue(Tenant tenant, Viewer viewer) {
    return new ModelAndView(
        "comment/queue", Map.of("tenant", tenant, "queue", moderation.queue(tenant.id(), viewer)));
  }

  @GetMapping("/{tenant}/desk/texts/{about}")
  ModelAndView one(Tenant tenant, @PathVariable String about, Viewer viewer) {
    Moderation.Case found = moderation.one(tenant.id(), about, viewer);
    return page(tenant, found, DecisionForm.proposed(found));
  }

  private static ModelAndView page(Tenant tenant, Moderation.Case found, Form form) {
    return new ModelAndView(
        "comment/decide", Map.of("tenant", tenant, "found", found, "form", form));
  }

  @PostMapping("/{tenant}/desk/texts/{about}/decisions")
  ModelAndView decide(Tenant tenant, @PathVariable String about, Form form, Viewer viewer) {
    DecisionForm read;
    try {
      read = DecisionForm.read(form);
    } catch (Problem wrong) {
      ModelAndView again = page(tenant, moderation.one(tenant.id(), about, viewer), form);
      again.setStatus(wrong.status());
      return again;
    }
    moderation.decide(tenant.id(), about, read, viewer);
    return Redirect.to(tenant.url("/desk/texts"), "comment.decision.said");
  }

  @SharedPage
  @GetMapping("/{tenant}/legal/moderation")
  ModelAndView log(Tenant tenant, @RequestParam(defaultValue = "1") int page) {
    return new ModelAndView(
        "comment/log", Map.of("tenant", tenant, "log", moderation.log(tenant.id(), page)));
  }
}

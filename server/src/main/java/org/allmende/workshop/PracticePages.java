package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.allmende.base.web.Pace;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where anybody tries before a workshop how its board works. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/practice")
class PracticePages {

  private final Workshops workshops;
  private final Practices practices;
  private final PracticeRules rules;
  private final Pace pace;

  PracticePages(Workshops workshops, Practices practices, PracticeRules rules, Pace pace) {
    this.workshops = workshops;
    this.practices = practices;
    this.rules = rules;
    this.pace = pace;
  }

  @GetMapping
  ModelAndView show(Tenant tenant, @PathVariable String id, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    var page = new ModelAndView("workshop/practice").addObject("workshop", workshop);
    rules
        .of(workshop, request)
        .ifPresent(practice -> page.addObject("board", practices.view(practice)));
    return page;
  }

  @PostMapping
  ModelAndView begin(
      Tenant tenant,
      @PathVariable String id,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    Workshop workshop = workshops.get(tenant.id(), id);
    if (rules.of(workshop, request).isEmpty()) {
      pace.count(viewer, request, response);
      Practice begun = practices.begin(workshop, viewer.locale());
      response.addCookie(rules.cookie(begun, request));
    }
    return Redirect.to(workshop.url("/practice"));
  }

  @PostMapping("/end")
  ModelAndView end(Tenant tenant, @PathVariable String id, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    rules.of(workshop, request).ifPresent(practices::end);
    return Redirect.to(workshop.url("/practice"), "workshop.practice.ended");
  }
}

package org.allmende.workshop;

import java.util.LinkedHashMap;
import java.util.Map;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What was said in a workshop, what became of it, and, live, what becomes of it. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/results")
class ResultsPages {

  private final ReadableResults readable;
  private final HarvestTargets targets;
  private final Questions questions;
  private final Votes votes;
  private final Materials materials;
  private final Tenants tenants;

  ResultsPages(
      ReadableResults readable,
      HarvestTargets targets,
      Questions questions,
      Votes votes,
      Materials materials,
      Tenants tenants) {
    this.readable = readable;
    this.targets = targets;
    this.questions = questions;
    this.votes = votes;
    this.materials = materials;
    this.tenants = tenants;
  }

  @GetMapping
  ModelAndView show(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = readable.workshop(tenant, id, viewer);
    Map<TenantId, String> names = new LinkedHashMap<>();
    tenants.all().forEach(each -> names.put(each.id(), each.name()));
    return new ModelAndView(
        "workshop/results",
        Map.of(
            "workshop", workshop,
            "results", readable.of(workshop),
            "found", targets.of(workshop, viewer),
            "questions", QuestionList.published(questions.of(workshop)),
            "names", names,
            "voted", !votes.results(workshop).isEmpty(),
            "materials", materials.of(workshop, viewer),
            "leads", Workshops.leads(workshop, viewer)));
  }

  /** The part that changes, for the page to ask for again and again. */
  @GetMapping("/threads")
  ModelAndView threads(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = readable.workshop(tenant, id, viewer);
    return new ModelAndView(
        "workshop/resultThreads",
        Map.of("workshop", workshop, "found", targets.of(workshop, viewer)));
  }
}

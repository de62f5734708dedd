package org.allmende.wish;

import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.SharedPage;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of priorities, with every part of every score. */
@Controller
class PriorityPages {

  private final Priorities priorities;

  PriorityPages(Priorities priorities) {
    this.priorities = priorities;
  }

  @SharedPage
  @GetMapping("/{tenant}/priorities")
  ModelAndView list(Tenant tenant, Viewer viewer) {
    return new ModelAndView(
        "wish/priorityList",
        Map.of("tenant", tenant, "ranked", priorities.of(tenant.id(), viewer.locale())));
  }

  @PostMapping("/{tenant}/wishes/{wish}/rank")
  ModelAndView move(Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    Integer rank = form.number("rank", 0, 10_000);
    if (rank == null) {
      form.reject("rank", "wish.rank.missing");
    }
    String reason = form.text("reason").max(500).or("");
    if (reason.isEmpty() && rank != null && rank > 0) {
      form.reject("reason", "wish.rank.reason.missing");
    }
    form.orThrow();
    priorities.move(tenant.id(), wish, java.util.Objects.requireNonNull(rank), reason, viewer);
    return Redirect.to(tenant.url("/priorities"), "wish.rank.said");
  }
}

package org.allmende.workshop;

import java.util.Map;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What the quick votes of a workshop came to, read by whoever may read its results. */
@Controller
class VotePages {

  private final ReadableResults readable;
  private final Votes votes;

  VotePages(ReadableResults readable, Votes votes) {
    this.readable = readable;
    this.votes = votes;
  }

  @GetMapping("/{tenant}/workshops/{id}/results/votes")
  ModelAndView show(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = readable.workshop(tenant, id, viewer);
    return new ModelAndView(
        "workshop/voteResults", Map.of("workshop", workshop, "votes", votes.results(workshop)));
  }
}

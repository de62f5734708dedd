package org.allmende.workshop;

import java.util.Map;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.board.NoteId;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Component;

/** The results of a workshop, for whoever may read them now. */
@Component
class ReadableResults {

  private final Workshops workshops;
  private final Harvesting harvesting;
  private final HarvestTargets targets;

  ReadableResults(Workshops workshops, Harvesting harvesting, HarvestTargets targets) {
    this.workshops = workshops;
    this.harvesting = harvesting;
    this.targets = targets;
  }

  /**
   * The workshop of an address whose results the viewer may read: everybody once they are released,
   * before that only those who work for one of its hosts.
   *
   * @throws Problem 403 before the release
   */
  Workshop workshop(Tenant tenant, String id, Viewer viewer) {
    Workshop workshop = workshops.get(tenant.id(), id);
    if (!workshop.isReleased() && !Workshops.isInternal(workshop, viewer)) {
      throw Problem.forbidden("workshop.results.notReleased");
    }
    return workshop;
  }

  Results of(Workshop workshop) {
    Map<NoteId, Harvest> harvests = harvesting.of(workshop);
    return Results.of(harvesting.notes(workshop), harvests, targets.slips(harvests.keySet()));
  }
}

package org.allmende.workshop;

import java.util.List;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardNote;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The next run of a workshop, for programs of those who lead. */
@RestController
@RequestMapping("/{tenant}/api/v1/workshops/{id}/next")
class NextRunApi {

  /**
   * What there is to go on with.
   *
   * @param minutes how long the agenda lasts as it really went
   * @param notes what became nothing yet and can come along; what is parked comes first
   * @param runs what was planned already, the latest first
   */
  record ProposalView(int minutes, List<LeftView> notes, List<RunView> runs) {}

  /** A note nobody got round to. */
  record LeftView(String id, String text, boolean parked) {

    static LeftView of(BoardNote note) {
      return new LeftView(note.id().value(), note.text(), note.marks().parked() != null);
    }
  }

  /** A workshop planned from this one. */
  record RunView(String id, String url, String title) {}

  private final Workshops workshops;
  private final NextRun nextRun;
  private final Tenants tenants;
  private final PublicAddress address;

  NextRunApi(Workshops workshops, NextRun nextRun, Tenants tenants, PublicAddress address) {
    this.workshops = workshops;
    this.nextRun = nextRun;
    this.tenants = tenants;
    this.address = address;
  }

  @GetMapping
  ProposalView show(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return new ProposalView(
        nextRun.held(workshop).stream().mapToInt(AgendaLine::minutes).sum(),
        nextRun.leftOver(workshop).stream().map(LeftView::of).toList(),
        nextRun.after(workshop).stream().map(this::view).toList());
  }

  private RunView view(Workshop run) {
    return new RunView(run.id().value(), address.of(run.url("")), run.title());
  }

  /** Plans it, with the {@code notes} that come along. */
  @PostMapping
  ResponseEntity<WorkshopApi.NewWorkshop> plan(
      Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    WorkshopPlan plan = WorkshopForm.ofNextRun(form);
    plan.coHosts().forEach(tenants::get);
    Workshop next = nextRun.plan(workshop, plan, form.list("notes"), form.submission(), viewer);
    String url = address.of(next.url(""));
    return Created.at(url, WorkshopApi.NewWorkshop.of(next, url));
  }
}

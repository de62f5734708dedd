package org.allmende.workshop;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.CoHosting;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The desk of facilitators: their workshops, invitations to carry one, and planning a new one. */
@Controller
class WorkshopDeskPages {

  private final Workshops workshops;
  private final ParticipantStore participants;
  private final CoLeads coLeads;
  private final CoHosting coHosting;
  private final Tenants tenants;
  private final Clock clock;

  WorkshopDeskPages(
      Workshops workshops,
      ParticipantStore participants,
      CoLeads coLeads,
      CoHosting coHosting,
      Tenants tenants,
      Clock clock) {
    this.workshops = workshops;
    this.participants = participants;
    this.coLeads = coLeads;
    this.coHosting = coHosting;
    this.tenants = tenants;
    this.clock = clock;
  }

  @GetMapping("/{tenant}/workshops/desk")
  ModelAndView desk(Tenant tenant, Viewer viewer) {
    viewer.require(tenant.id(), Role.FACILITATOR);
    List<Workshop> mine = workshops.carriedBy(tenant.id());
    List<WorkshopId> asked =
        coHosting.waitingFor(tenant.id(), Workshop.KIND).stream()
            .map(Ref::id)
            .map(WorkshopId::new)
            .toList();
    return new ModelAndView(
        "workshop/workshopDesk",
        Map.of(
            "tenant", tenant,
            "rows", WorkshopRow.of(mine, names(), clock.instant()),
            "people", participants.counts(mine.stream().map(Workshop::id).toList()),
            "asked", WorkshopRow.of(workshops.all(asked), names(), clock.instant())));
  }

  /** Accepts to carry another tenant's workshop. */
  @PostMapping("/{tenant}/workshops/{id}/carry")
  ModelAndView carry(Tenant tenant, @PathVariable String id, Viewer viewer) {
    viewer.require(tenant.id(), Role.FACILITATOR);
    Ref workshop = new WorkshopId(id).ref();
    if (!coHosting.invited(workshop).contains(tenant.id())) {
      throw Problem.notFound("workshop.notFound");
    }
    coHosting.accept(workshop, tenant.id(), viewer);
    return Redirect.to(tenant.url("/workshops/desk"), "workshop.desk.carried");
  }

  @GetMapping("/{tenant}/workshops/new")
  ModelAndView plan(Tenant tenant, Viewer viewer) {
    viewer.require(tenant.id(), Role.FACILITATOR);
    Form proposed =
        Form.of(
            Map.of(
                "template",
                AgendaTemplate.ODFA_240.key(),
                "start",
                "13:00",
                "end",
                "17:00",
                "capacity",
                String.valueOf(WorkshopPlan.USUAL_CAPACITY)));
    return planPage(tenant, proposed);
  }

  @PostMapping("/{tenant}/workshops")
  ModelAndView create(Tenant tenant, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.FACILITATOR);
    WorkshopPlan plan = WorkshopForm.ofPage(form, clock);
    if (plan == null) {
      ModelAndView again = planPage(tenant, form);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    plan.coHosts().forEach(tenants::get);
    Workshop workshop = workshops.create(tenant.id(), plan, form.submission(), viewer);
    return Redirect.to(workshop.url(""), "workshop.form.created");
  }

  private ModelAndView planPage(Tenant tenant, Form form) {
    Map<String, String> others = new LinkedHashMap<>();
    tenants.active().stream()
        .filter(other -> !other.id().equals(tenant.id()))
        .forEach(other -> others.put(other.slug(), other.name()));
    return new ModelAndView(
        "workshop/workshopNew", Map.of("tenant", tenant, "form", form, "others", others));
  }

  /** Who takes part, by name; for those who lead only. */
  @GetMapping("/{tenant}/workshops/{id}/people")
  ModelAndView people(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return new ModelAndView(
        "workshop/people",
        Map.of(
            "workshop",
            workshop,
            "participants",
            participants.of(workshop.id()),
            "names",
            names(),
            "coLeads",
            coLeads.of(workshop)));
  }

  private Map<TenantId, String> names() {
    Map<TenantId, String> names = new LinkedHashMap<>();
    tenants.all().forEach(tenant -> names.put(tenant.id(), tenant.name()));
    return names;
  }
}

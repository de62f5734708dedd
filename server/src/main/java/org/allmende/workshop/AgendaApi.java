package org.allmende.workshop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The agenda for programs: reading and editing it. */
@RestController
@RequestMapping("/{tenant}/api/v1/workshops/{id}/agenda")
class AgendaApi {

  /**
   * The whole agenda.
   *
   * @param version to be sent back with the next change
   * @param removed what was taken out last and can be put back
   */
  record AgendaView(int version, List<LineView> items, List<RemovedView> removed) {}

  /** A line that was taken out; {@code place} counts those that stand before it. */
  record RemovedView(
      String id, String kind, String title, int minutes, List<String> zones, int place) {

    static RemovedView of(RemovedLine line) {
      return new RemovedView(
          line.key(), line.kind().key(), line.title(), line.minutes(), line.zones(), line.place());
    }
  }

  /** A line with its planned beginning. */
  record LineView(
      String id,
      Instant from,
      String kind,
      String title,
      String instruction,
      int minutes,
      String state,
      String hat,
      int dots,
      List<String> zones,
      String writers,
      String movers,
      boolean covered,
      String video,
      String groups) {

    static LineView of(AgendaTimes.Entry entry, List<String> zones) {
      Phase phase = entry.phase();
      PhasePolicy policy = phase.policy();
      return new LineView(
          phase.key(),
          entry.from(),
          phase.kind().key(),
          phase.title(),
          phase.instruction(),
          phase.minutes(),
          phase.state().key(),
          phase.hat().key(),
          phase.dots(),
          zones,
          policy.writers().key(),
          policy.movers().key(),
          policy.covered(),
          policy.video().key(),
          policy.groups().key());
    }
  }

  record NewLine(String id, String url) {}

  private final Workshops workshops;
  private final Agendas agendas;
  private final PublicAddress address;

  AgendaApi(Workshops workshops, Agendas agendas, PublicAddress address) {
    this.workshops = workshops;
    this.agendas = agendas;
    this.address = address;
  }

  @GetMapping
  AgendaView show(Tenant tenant, @PathVariable String id, Viewer viewer) {
    return view(workshops.led(tenant, id, viewer));
  }

  @PostMapping
  ResponseEntity<NewLine> add(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    AgendaLine line = AgendaForm.line(form);
    int version = AgendaForm.version(form);
    PhaseId phase =
        agendas.add(workshop, Objects.requireNonNull(line), version, form.submission(), viewer);
    String url = address.of(workshop.url("/agenda/" + phase));
    return Created.at(url, new NewLine(phase.value(), url));
  }

  /** What is not given stays. */
  @PatchMapping("/{phase}")
  AgendaView change(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String phase,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Phase found = agendas.line(workshop, phase);
    List<String> zones = agendas.zones(workshop).getOrDefault(phase, List.of());
    Form changed = AgendaForm.of(found.line(zones)).changedBy(form);
    AgendaLine line = AgendaForm.line(changed);
    int version = AgendaForm.version(changed);
    agendas.change(workshop, found.id(), Objects.requireNonNull(line), version, viewer);
    return view(workshops.get(workshop.id()));
  }

  /** {@code to} is the place, counted from 0. */
  @PostMapping("/{phase}/moves")
  AgendaView move(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String phase,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Integer to = form.number("to", 0, 1000);
    if (to == null) {
      form.reject("to", "base.form.number", 0, 1000);
    }
    int version = AgendaForm.version(form);
    agendas.move(
        workshop, agendas.line(workshop, phase).id(), to == null ? 0 : to, version, viewer);
    return view(workshops.get(workshop.id()));
  }

  @PostMapping("/{phase}/removal")
  AgendaView remove(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String phase,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    agendas.remove(workshop, agendas.line(workshop, phase).id(), AgendaForm.version(form), viewer);
    return view(workshops.get(workshop.id()));
  }

  /** Puts a line that was taken out back in; again changes nothing. */
  @PostMapping("/{phase}/restoration")
  AgendaView restore(
      Tenant tenant, @PathVariable String id, @PathVariable String phase, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    agendas.restore(workshop, new PhaseId(phase), viewer);
    return view(workshops.get(workshop.id()));
  }

  private AgendaView view(Workshop workshop) {
    Map<String, List<String>> zones = agendas.zones(workshop);
    return new AgendaView(
        workshop.agendaVersion(),
        AgendaTimes.of(workshop).stream()
            .map(entry -> LineView.of(entry, zones.getOrDefault(entry.phase().key(), List.of())))
            .toList(),
        agendas.removed(workshop).stream().map(RemovedView::of).toList());
  }
}

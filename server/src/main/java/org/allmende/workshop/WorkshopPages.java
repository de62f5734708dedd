package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Role;
import org.allmende.base.web.SharedPage;
import org.allmende.base.web.Viewer;
import org.allmende.registration.Appointment;
import org.allmende.registration.CalendarEntry;
import org.allmende.registration.Registrations;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The public pages of workshops: the list, the invitation to send round, its calendar entry and its
 * QR code.
 */
@Controller
class WorkshopPages {

  private final Workshops workshops;
  private final Registrations registrations;
  private final ParticipantTokens tokens;
  private final Improvements improvements;
  private final Materials materials;
  private final Tenants tenants;
  private final PublicAddress here;
  private final Clock clock;

  WorkshopPages(
      Workshops workshops,
      Registrations registrations,
      ParticipantTokens tokens,
      Improvements improvements,
      Materials materials,
      Tenants tenants,
      PublicAddress here,
      Clock clock) {
    this.workshops = workshops;
    this.registrations = registrations;
    this.tokens = tokens;
    this.improvements = improvements;
    this.materials = materials;
    this.tenants = tenants;
    this.here = here;
    this.clock = clock;
  }

  @SharedPage
  @GetMapping("/{tenant}/workshops")
  ModelAndView list(Tenant tenant, Viewer viewer) {
    List<Workshop> all = workshops.carriedBy(tenant.id());
    List<WorkshopRow> rows = WorkshopRow.of(all, names(), clock.instant());
    return new ModelAndView(
        "workshop/workshopList",
        Map.of(
            "tenant", tenant,
            "coming", rows.stream().filter(row -> !row.past()).toList().reversed(),
            "past", rows.stream().filter(WorkshopRow::past).toList(),
            "leads", viewer.has(tenant.id(), Role.FACILITATOR)));
  }

  /** The invitation; at a co-host's address it leads to the owner's. */
  @SharedPage
  @GetMapping("/{tenant}/workshops/{id}")
  ModelAndView show(
      Tenant tenant,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String code,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(new WorkshopId(id));
    if (!workshop.tenant().equals(tenant.id())) {
      if (workshop.coHosts().contains(tenant.id())) {
        return Redirect.to(workshop.url(""));
      }
      workshop = workshops.get(tenant.id(), id);
    }
    boolean leads = Workshops.leads(workshop, viewer);
    Optional<JoinCode> known = leads ? Optional.of(workshop.joinCode()) : JoinCode.read(code);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("workshop", workshop);
    model.put("names", names());
    model.put("leads", leads);
    model.put("internal", Workshops.isInternal(workshop, viewer));
    model.put("joined", tokens.of(workshop.id(), request).isPresent());
    model.put("code", known.map(JoinCode::text).orElse(""));
    known.ifPresent(found -> model.put("qr", QrCode.draw(joinAddress(found))));
    model.put("invitation", here.of(workshop.url("")) + "?code=" + workshop.joinCode());
    model.put("agenda", AgendaTimes.of(workshop));
    model.put("materials", materials.of(workshop, viewer));
    model.put("improvements", improvements.shownIn(workshop));
    Ref about = workshop.ref();
    registrations
        .offering(about)
        .ifPresent(offering -> {
          model.put("offering", offering);
          model.put("seats", registrations.seats(List.of(about)).get(about));
          model.put("registering", offering.isOpen(clock.instant()));
        });
    return new ModelAndView("workshop/workshopShow", model);
  }

  private String joinAddress(JoinCode code) {
    return here.of("/join?code=" + code.text());
  }

  private Map<TenantId, String> names() {
    Map<TenantId, String> names = new LinkedHashMap<>();
    tenants.all().forEach(tenant -> names.put(tenant.id(), tenant.name()));
    return names;
  }

  @GetMapping("/{tenant}/workshops/{id}/workshop.ics")
  ResponseEntity<byte[]> calendar(Tenant tenant, @PathVariable String id) {
    Workshop workshop = workshops.get(tenant.id(), id);
    var appointment =
        new Appointment(
            workshop.origin(),
            tenant.name(),
            workshop.place(),
            workshop.startsAt(),
            workshop.endsAt());
    String entry = CalendarEntry.of(appointment, here, clock);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("workshop.ics").build().toString())
        .cacheControl(CacheControl.noCache())
        .body(entry.getBytes(StandardCharsets.UTF_8));
  }
}

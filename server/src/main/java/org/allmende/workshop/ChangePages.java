package org.allmende.workshop;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where those who lead change what is announced of a workshop, or call it off. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}")
class ChangePages {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Workshops workshops;
  private final WorkshopChanges changes;
  private final Clock clock;

  ChangePages(Workshops workshops, WorkshopChanges changes, Clock clock) {
    this.workshops = workshops;
    this.changes = changes;
    this.clock = clock;
  }

  @GetMapping("/edit")
  ModelAndView edit(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return page(workshop, shown(workshop), null);
  }

  private Form shown(Workshop workshop) {
    ZonedDateTime start = workshop.startsAt().atZone(clock.getZone());
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("title", workshop.title());
    shown.put("day", start.toLocalDate().toString());
    shown.put("start", TIME.format(start));
    shown.put("end", TIME.format(workshop.endsAt().atZone(clock.getZone())));
    shown.put("place", workshop.place() == null ? "" : workshop.place());
    shown.put("onlineUrl", workshop.onlineUrl() == null ? "" : workshop.onlineUrl());
    shown.put("capacity", String.valueOf(workshop.capacity()));
    return Form.of(shown);
  }

  @PostMapping("/edit")
  ModelAndView change(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    WorkshopPlan plan = WorkshopForm.ofChange(form, clock);
    if (plan == null) {
      return page(workshop, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      changes.change(workshop, plan, AgendaForm.version(form), viewer);
    } catch (Problem refused) {
      form.reject("title", refused.message().key(), refused.message().args().toArray());
      return page(workshops.get(workshop.id()), form, refused.status());
    }
    return Redirect.to(workshop.url(""), "workshop.change.saved");
  }

  @PostMapping("/cancelation")
  ModelAndView cancel(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    String reason = form.text("reason").max(500).required("workshop.cancel.reason.missing");
    form.orThrow();
    changes.cancel(workshop, reason, viewer);
    return Redirect.to(workshop.url(""), "workshop.cancel.done");
  }

  private static ModelAndView page(Workshop workshop, Form form, @Nullable HttpStatusCode status) {
    var view =
        new ModelAndView("workshop/workshopEdit", Map.of("workshop", workshop, "form", form));
    if (status != null) {
      view.setStatus(status);
    }
    return view;
  }
}

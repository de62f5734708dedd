package org.allmende.workshop;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
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

/**
 * Where those who lead say how it goes on after the last phase: how long people may still write,
 * what is left over, and what is changed next time.
 */
@Controller
@RequestMapping("/{tenant}/workshops/{id}")
class AfterwardsPages {

  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private static final int USUAL_DAYS = 14;

  private final Workshops workshops;
  private final Afterwards afterwards;
  private final Improvements improvements;
  private final NextRun nextRun;
  private final Clock clock;

  AfterwardsPages(
      Workshops workshops,
      Afterwards afterwards,
      Improvements improvements,
      NextRun nextRun,
      Clock clock) {
    this.workshops = workshops;
    this.afterwards = afterwards;
    this.improvements = improvements;
    this.nextRun = nextRun;
    this.clock = clock;
  }

  @GetMapping("/afterwards")
  ModelAndView show(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return page(workshop, proposed(workshop), null);
  }

  private Form proposed(Workshop workshop) {
    Instant until = afterwards.until(workshop).orElse(null);
    LocalDate day =
        until == null
            ? LocalDate.now(clock).plusDays(USUAL_DAYS)
            : until.atZone(clock.getZone()).toLocalDate();
    return Form.of(Map.of("until", day.toString()));
  }

  /** Opens the board until the evening of that day. */
  @PostMapping("/afterwards")
  ModelAndView open(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    LocalDate day = form.date("until");
    if (day == null) {
      form.reject("until", "workshop.afterwards.until.missing");
      return page(workshop, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      afterwards.open(workshop, day.atTime(EVENING).atZone(clock.getZone()).toInstant(), viewer);
    } catch (Problem refused) {
      form.reject("until", refused.message().key(), refused.message().args().toArray());
      return page(workshop, form, refused.status());
    }
    return Redirect.to(workshop.url("/afterwards"), "workshop.afterwards.opened");
  }

  @PostMapping("/afterwards/end")
  ModelAndView close(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    afterwards.close(workshop, viewer);
    return Redirect.to(workshop.url("/afterwards"), "workshop.afterwards.closed");
  }

  /** Takes something on for the next run. */
  @PostMapping("/improvements")
  ModelAndView take(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    String sentence = ImprovementForm.sentence(form);
    if (!form.isValid()) {
      return page(workshop, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    improvements.take(
        workshop, form.text("feedback").optional(), sentence, form.submission(), viewer);
    return Redirect.to(workshop.url("/afterwards") + "#change", "workshop.improvement.taken");
  }

  @PostMapping("/improvements/{improvement}")
  ModelAndView move(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String improvement,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    ImprovementState state = ImprovementForm.state(form);
    if (state == null) {
      return page(workshop, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    improvements.move(workshop, improvement, state, viewer);
    return Redirect.to(workshop.url("/afterwards") + "#change", "workshop.improvement.moved");
  }

  private ModelAndView page(Workshop workshop, Form form, @Nullable HttpStatusCode status) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("workshop", workshop);
    model.put("form", form);
    model.put("left", nextRun.leftOver(workshop));
    model.put("feedback", improvements.open(workshop));
    model.put("improvements", improvements.of(workshop));
    model.put("next", nextRun.after(workshop));
    afterwards.until(workshop).ifPresent(until -> model.put("until", until));
    return answered(new ModelAndView("workshop/afterwards", model), status);
  }

  private static ModelAndView answered(ModelAndView page, @Nullable HttpStatusCode status) {
    if (status != null) {
      page.setStatus(status);
    }
    return page;
  }

  @GetMapping("/next")
  ModelAndView planning(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Map<String, List<String>> proposed = new LinkedHashMap<>();
    proposed.put("title", List.of(workshop.title()));
    proposed.put("start", List.of(time(workshop.startsAt())));
    proposed.put("end", List.of(time(workshop.endsAt())));
    proposed.put("place", workshop.place() == null ? List.of() : List.of(workshop.place()));
    proposed.put(
        "onlineUrl", workshop.onlineUrl() == null ? List.of() : List.of(workshop.onlineUrl()));
    proposed.put("capacity", List.of(String.valueOf(workshop.capacity())));
    proposed.put(
        "notes", nextRun.leftOver(workshop).stream().map(note -> note.id().value()).toList());
    return next(workshop, new Form(proposed, null), null);
  }

  private String time(Instant moment) {
    return moment.atZone(clock.getZone()).toLocalTime().withSecond(0).withNano(0).toString();
  }

  /** Plans the next run, with the notes that were ticked. */
  @PostMapping("/next")
  ModelAndView plan(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    WorkshopPlan plan = WorkshopForm.ofChange(form, clock);
    if (plan == null) {
      return next(workshop, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      Workshop next = nextRun.plan(workshop, plan, form.list("notes"), form.submission(), viewer);
      return Redirect.to(next.url("/agenda"), "workshop.next.planned");
    } catch (Problem refused) {
      form.reject("title", refused.message().key(), refused.message().args().toArray());
      return next(workshop, form, refused.status());
    }
  }

  private ModelAndView next(Workshop workshop, Form form, @Nullable HttpStatusCode status) {
    var page =
        new ModelAndView(
            "workshop/nextRun",
            Map.of(
                "workshop",
                workshop,
                "form",
                form,
                "left",
                nextRun.leftOver(workshop),
                "minutes",
                nextRun.held(workshop).stream().mapToInt(AgendaLine::minutes).sum(),
                "improvements",
                improvements.of(workshop)));
    return answered(page, status);
  }
}

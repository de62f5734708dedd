package org.allmende.registration;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.allmende.base.web.Form;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Redirect;
import org.allmende.tenant.Tenant;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What somebody does with the private link of a registration: look, accept, decline, leave. */
@Controller
@RequestMapping("/{tenant}/registrations/own/{link}")
class OwnPages {

  private final OwnRegistrations own;
  private final Registrations registrations;
  private final PublicAddress here;
  private final Clock clock;

  OwnPages(OwnRegistrations own, Registrations registrations, PublicAddress here, Clock clock) {
    this.own = own;
    this.registrations = registrations;
    this.here = here;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView show(Tenant tenant, @PathVariable String link) {
    OwnView view = own.behind(tenant, link);
    return page(view, view.answers().asForm());
  }

  private static ModelAndView page(OwnView view, Form form) {
    return new ModelAndView("registration/own", Map.of("own", view, "form", form));
  }

  /** Answers anew; nothing chosen takes all back. */
  @PostMapping("/answers")
  ModelAndView answer(Tenant tenant, @PathVariable String link, Form form) {
    OwnView view = own.behind(tenant, link);
    GivenAnswers given = GivenAnswers.of(form, view.asked());
    if (!form.isValid()) {
      ModelAndView again = page(view, form);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    registrations.answer(view.registration().id(), given);
    return Redirect.to(view.path(), "registration.answers.kept");
  }

  @PostMapping("/acceptance")
  ModelAndView accept(Tenant tenant, @PathVariable String link, Form form) {
    OwnView view = own.behind(tenant, link);
    int all = view.registration().people();
    Integer people = RegistrationForm.people(form, all);
    form.orThrow();
    return done(view, id -> registrations.accept(id, people == null ? all : people));
  }

  @PostMapping("/refusal")
  ModelAndView decline(Tenant tenant, @PathVariable String link) {
    return done(own.behind(tenant, link), registrations::decline);
  }

  @PostMapping("/leaving")
  ModelAndView leave(Tenant tenant, @PathVariable String link) {
    return done(own.behind(tenant, link), registrations::leave);
  }

  @PostMapping("/size")
  ModelAndView takeFewer(Tenant tenant, @PathVariable String link, Form form) {
    OwnView view = own.behind(tenant, link);
    Integer people = RegistrationForm.people(form, view.registration().people());
    form.orThrow();
    return done(
        view,
        id -> registrations.takeFewer(id, people == null ? view.registration().people() : people));
  }

  @PostMapping("/return")
  ModelAndView comeBack(Tenant tenant, @PathVariable String link) {
    return done(own.behind(tenant, link), registrations::comeBack);
  }

  private static ModelAndView done(OwnView view, Consumer<RegistrationId> deed) {
    deed.accept(view.registration().id());
    return Redirect.to(view.path());
  }

  @GetMapping("/entry.ics")
  ResponseEntity<byte[]> calendar(Tenant tenant, @PathVariable String link) {
    Offering offering = own.behind(tenant, link).offering();
    var appointment =
        new Appointment(
            offering.origin(),
            tenant.name(),
            offering.place(),
            offering.startsAt(),
            offering.endsAt());
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("termin.ics").build().toString())
        .cacheControl(CacheControl.noCache())
        .body(CalendarEntry.of(appointment, here, clock).getBytes(StandardCharsets.UTF_8));
  }
}

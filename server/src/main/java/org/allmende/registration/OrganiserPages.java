package org.allmende.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The organisers' list: who comes, who waits and why, and how many seats there are. */
@Controller
@RequestMapping("/{tenant}/registrations/{about}")
class OrganiserPages {

  static final int MOST_SEATS = 100_000;

  private final OpenOfferings offerings;
  private final Registrations registrations;
  private final SeatPlan seatPlan;
  private final Organisers organisers;
  private final Tenants tenants;
  private final Clock clock;

  OrganiserPages(
      OpenOfferings offerings,
      Registrations registrations,
      SeatPlan seatPlan,
      Organisers organisers,
      Tenants tenants,
      Clock clock) {
    this.offerings = offerings;
    this.registrations = registrations;
    this.seatPlan = seatPlan;
    this.organisers = organisers;
    this.tenants = tenants;
    this.clock = clock;
  }

  @GetMapping("/list")
  ModelAndView list(Tenant tenant, @PathVariable String about, Viewer viewer) {
    Offering offering = organised(tenant, about, viewer);
    List<Registration> all = seatPlan.registrations(offering.about(), viewer);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("offering", offering);
    model.put("seats", registrations.seats(offering));
    model.put("open", offering.isOpen(clock.instant()));
    model.put("registrations", all);
    model.put("cameIn", seatPlan.checkedIn(offering.about(), viewer));
    model.put(
        "verdicts",
        seatPlan.explain(offering, viewer).stream()
            .collect(
                Collectors.toMap(
                    decision -> decision.registration().id(), Allotment.Decision::verdict)));
    model.put("changes", seatPlan.changes(offering.about(), viewer));
    model.put("who", all.stream().collect(Collectors.toMap(Registration::id, Function.identity())));
    model.put("places", names());
    model.put(
        "form",
        Form.of(
            Map.of(
                "capacity",
                String.valueOf(offering.capacity()),
                "closingDay",
                offering.closesAt().atZone(clock.getZone()).toLocalDate().toString(),
                "closingTime",
                offering.closesAt().atZone(clock.getZone()).toLocalTime().toString())));
    return new ModelAndView("registration/list", model);
  }

  /** Asked before anything else, so that nobody else learns what is there. */
  private Offering organised(Tenant tenant, String about, Viewer viewer) {
    Offering offering = offerings.get(tenant, about);
    organisers.require(offering.about(), viewer);
    return offering;
  }

  private Map<TenantId, String> names() {
    return tenants.all().stream().collect(Collectors.toMap(Tenant::id, Tenant::name));
  }

  @PostMapping("/capacity")
  ModelAndView resize(Tenant tenant, @PathVariable String about, Form form, Viewer viewer) {
    Offering offering = organised(tenant, about, viewer);
    Integer capacity = form.number("capacity", 0, MOST_SEATS);
    if (capacity == null) {
      form.reject("capacity", "registration.list.capacity.missing");
    }
    form.orThrow();
    seatPlan.resize(offering.about(), Objects.requireNonNull(capacity), viewer);
    return back(offering, "registration.list.saved");
  }

  @PostMapping("/closing")
  ModelAndView close(Tenant tenant, @PathVariable String about, Form form, Viewer viewer) {
    Offering offering = organised(tenant, about, viewer);
    Instant at = closing(form);
    form.orThrow();
    seatPlan.close(offering.about(), Objects.requireNonNull(at), viewer);
    return back(offering, "registration.list.saved");
  }

  private @Nullable Instant closing(Form form) {
    LocalDate day = form.date("closingDay");
    String time = form.text("closingTime").or("00:00");
    try {
      if (day != null) {
        return day.atTime(LocalTime.parse(time)).atZone(clock.getZone()).toInstant();
      }
    } catch (DateTimeParseException e) {
      // told below, like a day that is missing
    }
    form.reject("closingDay", "registration.list.closing.missing");
    return null;
  }

  @PostMapping("/priorities")
  ModelAndView prioritise(Tenant tenant, @PathVariable String about, Form form, Viewer viewer) {
    Offering offering = organised(tenant, about, viewer);
    RegistrationId id = registration(offering, form);
    String reason = form.text("reason").max(300).required("registration.list.priority.missing");
    form.orThrow();
    seatPlan.prioritise(id, reason, viewer);
    return back(offering, "registration.list.saved");
  }

  @PostMapping("/check-ins")
  ModelAndView checkIn(Tenant tenant, @PathVariable String about, Form form, Viewer viewer) {
    Offering offering = organised(tenant, about, viewer);
    seatPlan.checkIn(registration(offering, form), viewer);
    return back(offering, "registration.list.saved");
  }

  /** The one a button stands beside; below another thing's address it is not there. */
  private RegistrationId registration(Offering offering, Form form) {
    return registrations.in(offering, new RegistrationId(form.text("registration").or(""))).id();
  }

  private static ModelAndView back(Offering offering, String saying) {
    return Redirect.to(offering.registrationUrl("/list"), saying);
  }
}

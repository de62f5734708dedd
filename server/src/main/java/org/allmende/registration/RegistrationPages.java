package org.allmende.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Pace;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where people register, for whatever one can register for; no account is needed. */
@Controller
class RegistrationPages {

  private final OpenOfferings offerings;
  private final Registrations registrations;
  private final SigningUp signingUp;
  private final RegistrationLinks links;
  private final Organisers organisers;
  private final Tenants tenants;
  private final Pace pace;
  private final Clock clock;

  RegistrationPages(
      OpenOfferings offerings,
      Registrations registrations,
      SigningUp signingUp,
      RegistrationLinks links,
      Organisers organisers,
      Tenants tenants,
      Pace pace,
      Clock clock) {
    this.offerings = offerings;
    this.registrations = registrations;
    this.signingUp = signingUp;
    this.links = links;
    this.organisers = organisers;
    this.tenants = tenants;
    this.pace = pace;
    this.clock = clock;
  }

  @GetMapping("/{tenant}/registrations/{about}")
  ModelAndView form(Tenant tenant, @PathVariable String about) {
    return page(offerings.get(tenant, about), Form.of(Map.of("people", "1")));
  }

  @PostMapping("/{tenant}/registrations/{about}")
  ModelAndView register(
      Tenant tenant,
      @PathVariable String about,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    Offering offering = offerings.get(tenant, about);
    NewRegistration wanted =
        RegistrationForm.read(form, offering, organisers.questions(offering.about()));
    if (wanted == null) {
      return again(offering, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    pace.count(viewer, request, response);
    try {
      Registration made =
          signingUp.register(offering.about(), wanted, form.submission(), viewer.locale());
      return Redirect.to(links.path(offering, made.id()));
    } catch (Problem problem) {
      form.reject("contact", problem.message().key(), problem.message().args().toArray());
      return again(offering, form, problem.status());
    }
  }

  private ModelAndView again(Offering offering, Form form, HttpStatus status) {
    ModelAndView page = page(offering, form);
    page.setStatus(status);
    return page;
  }

  private ModelAndView page(Offering offering, Form form) {
    List<TenantId> hosts = organisers.hosts(offering);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("offering", offering);
    model.put("seats", registrations.seats(offering));
    model.put("open", offering.isOpen(clock.instant()));
    model.put("form", form);
    model.put("asked", organisers.questions(offering.about()));
    model.put("places", places(hosts));
    model.put(
        "departments",
        hosts.stream()
            .flatMap(host -> tenants.departments(host).stream())
            .map(Department::name)
            .distinct()
            .toList());
    return new ModelAndView("registration/register", model);
  }

  /** The hosts first, then everybody else here, then those who are not. */
  private Map<String, String> places(List<TenantId> hosts) {
    List<Tenant> all = tenants.all();
    Map<String, String> places = new LinkedHashMap<>();
    all.stream()
        .filter(tenant -> hosts.contains(tenant.id()))
        .forEach(tenant -> places.put(tenant.slug(), tenant.name()));
    all.forEach(tenant -> places.putIfAbsent(tenant.slug(), tenant.name()));
    return places;
  }
}

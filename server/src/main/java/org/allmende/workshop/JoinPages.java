package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.CoHosting;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where people join: with the code alone, or at the workshop's own page. */
@Controller
class JoinPages {

  private final Workshops workshops;
  private final Joining joining;
  private final ParticipantTokens tokens;
  private final Tenants tenants;
  private final CoHosting coHosting;

  JoinPages(
      Workshops workshops,
      Joining joining,
      ParticipantTokens tokens,
      Tenants tenants,
      CoHosting coHosting) {
    this.workshops = workshops;
    this.joining = joining;
    this.tokens = tokens;
    this.tenants = tenants;
    this.coHosting = coHosting;
  }

  /** Asks for the code; with one in the address it goes on at once. */
  @GetMapping("/join")
  ModelAndView code(Form form, HttpServletRequest request) {
    return form.value("code").isBlank() ? codePage(form) : find(form, request);
  }

  @PostMapping("/join")
  ModelAndView find(Form form, HttpServletRequest request) {
    String code = form.text("code").max(40).required("workshop.join.code.missing");
    if (form.isValid()) {
      try {
        Workshop workshop = joining.behind(code, Visitor.of(request));
        return Redirect.to(workshop.url("/join?code=" + workshop.joinCode()));
      } catch (Problem problem) {
        form.reject("code", problem.message().key(), problem.message().args().toArray());
        return codePage(form, problem.status());
      }
    }
    return codePage(form, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static ModelAndView codePage(Form form) {
    return new ModelAndView("workshop/joinCode", Map.of("form", form));
  }

  private static ModelAndView codePage(Form form, HttpStatus status) {
    ModelAndView view = codePage(form);
    view.setStatus(status);
    return view;
  }

  @GetMapping("/{tenant}/workshops/{id}/join")
  ModelAndView form(Tenant tenant, @PathVariable String id, Form form, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    tokens.refuseRemoved(workshop.id(), request);
    return tokens.of(workshop.id(), request).isPresent()
        ? Redirect.to(workshop.url("/room"))
        : joinPage(workshop, form, null);
  }

  @PostMapping("/{tenant}/workshops/{id}/join")
  ModelAndView join(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    Workshop workshop = workshops.get(tenant.id(), id);
    tokens.refuseRemoved(workshop.id(), request);
    JoinForm joiner = JoinForm.of(form);
    if (!form.isValid()) {
      return joinPage(workshop, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      Participant participant =
          joining.join(workshop, joiner, form.submission(), Visitor.of(request), viewer.locale());
      response.addCookie(tokens.cookie(workshop, participant.id(), request));
      return Redirect.to(workshop.url("/room"));
    } catch (Problem problem) {
      form.reject("code", problem.message().key(), problem.message().args().toArray());
      return joinPage(workshop, form, problem.status());
    }
  }

  /** Straight into the room, from the page of a registration that has a seat. */
  @PostMapping("/{tenant}/workshops/{id}/entrances")
  ModelAndView enter(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      HttpServletRequest request,
      HttpServletResponse response) {
    Workshop workshop = workshops.get(tenant.id(), id);
    Participant participant =
        joining.enter(workshop, form.text("registration").required("workshop.enter.missing"));
    response.addCookie(tokens.cookie(workshop, participant.id(), request));
    return Redirect.to(workshop.url("/room"));
  }

  private ModelAndView joinPage(Workshop workshop, Form form, @Nullable HttpStatus status) {
    Map<String, String> places = places(workshop);
    var view =
        new ModelAndView(
            "workshop/join",
            Map.of(
                "workshop",
                workshop,
                "form",
                form,
                "places",
                places,
                "departments",
                departments(workshop)));
    if (status != null) {
      view.setStatus(status);
    }
    return view;
  }

  /**
   * The tenants people can be from, invited ones too: whoever comes need not wait for an answer of
   * the office.
   */
  private Map<String, String> places(Workshop workshop) {
    List<TenantId> offered =
        Stream.concat(Carriers.of(workshop).stream(), coHosting.invited(workshop.ref()).stream())
            .distinct()
            .toList();
    Map<String, String> places = new LinkedHashMap<>();
    tenants.active().stream()
        .filter(tenant -> offered.contains(tenant.id()))
        .forEach(tenant -> places.put(tenant.slug(), tenant.name()));
    return places;
  }

  /** Names to pick from while typing; any other may be written. */
  private List<String> departments(Workshop workshop) {
    return Carriers.of(workshop).stream()
        .flatMap(tenant -> tenants.departments(tenant).stream())
        .map(Department::name)
        .distinct()
        .toList();
  }
}

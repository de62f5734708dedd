package org.allmende.workshop;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.i18n.Message;
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

/** The agenda for those who lead: its lines in order, and a form for each. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/agenda")
class AgendaPages {

  private final Workshops workshops;
  private final Agendas agendas;

  AgendaPages(Workshops workshops, Agendas agendas) {
    this.workshops = workshops;
    this.agendas = agendas;
  }

  @GetMapping
  ModelAndView show(Tenant tenant, @PathVariable String id, Viewer viewer) {
    return list(workshops.led(tenant, id, viewer), null);
  }

  @GetMapping("/new")
  ModelAndView fresh(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Form usual =
        Form.of(
            Map.of(
                "kind", PhaseKind.COLLECT.key(),
                "minutes", "20",
                "dots", "0",
                "writers", Writers.ALL.key(),
                "movers", "all"));
    return line(workshops.led(tenant, id, viewer), null, usual, null);
  }

  @PostMapping
  ModelAndView add(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    AgendaLine line = AgendaForm.line(form);
    if (line == null) {
      return line(workshop, null, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return saved(
        workshop,
        null,
        form,
        () -> agendas.add(workshop, line, AgendaForm.version(form), form.submission(), viewer));
  }

  @GetMapping("/{phase}")
  ModelAndView edit(
      Tenant tenant, @PathVariable String id, @PathVariable String phase, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Phase found = agendas.line(workshop, phase);
    List<String> zones = agendas.zones(workshop).getOrDefault(phase, List.of());
    return line(workshop, found, AgendaForm.of(found.line(zones)), null);
  }

  @PostMapping("/{phase}")
  ModelAndView change(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String phase,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    Phase found = agendas.line(workshop, phase);
    AgendaLine line = AgendaForm.line(form);
    if (line == null) {
      return line(workshop, found, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return saved(
        workshop,
        found,
        form,
        () -> agendas.change(workshop, found.id(), line, AgendaForm.version(form), viewer));
  }

  /** What cannot be saved comes back with the words as they were sent. */
  private ModelAndView saved(Workshop workshop, @Nullable Phase phase, Form form, Runnable saving) {
    try {
      saving.run();
    } catch (Problem refused) {
      form.reject("title", refused.message().key(), refused.message().args().toArray());
      return line(workshops.get(workshop.id()), phase, form, refused.status());
    }
    return Redirect.to(workshop.url("/agenda"), "workshop.agenda.saved");
  }

  /** {@code to} is a place counted from 0, or {@code up} or {@code down}. */
  @PostMapping("/{phase}/moves")
  ModelAndView move(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String phase,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return told(
        workshop,
        phase,
        () -> {
          Phase found = agendas.line(workshop, phase);
          agendas.move(workshop, found.id(), place(form, found), AgendaForm.version(form), viewer);
        });
  }

  private static int place(Form form, Phase phase) {
    return switch (form.value("to")) {
      case "up" -> phase.position() - 1;
      case "down" -> phase.position() + 1;
      default -> {
        Integer place = form.number("to", 0, 1000);
        form.orThrow();
        yield place == null ? phase.position() : place;
      }
    };
  }

  @PostMapping("/{phase}/removal")
  ModelAndView remove(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String phase,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return told(
        workshop,
        phase,
        () ->
            agendas.remove(
                workshop, agendas.line(workshop, phase).id(), AgendaForm.version(form), viewer));
  }

  @PostMapping("/{phase}/restoration")
  ModelAndView restore(
      Tenant tenant, @PathVariable String id, @PathVariable String phase, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return told(workshop, phase, () -> agendas.restore(workshop, new PhaseId(phase), viewer));
  }

  /** Back to the line; what cannot be done is said above the agenda as it is now. */
  private ModelAndView told(Workshop workshop, String phase, Runnable edit) {
    try {
      edit.run();
    } catch (Problem refused) {
      if (refused.status() != HttpStatus.CONFLICT) {
        throw refused;
      }
      ModelAndView again = list(workshops.get(workshop.id()), refused.message());
      again.setStatus(refused.status());
      return again;
    }
    return Redirect.to(workshop.url("/agenda") + "#line-" + phase);
  }

  private ModelAndView list(Workshop workshop, @Nullable Message refusal) {
    Map<String, Object> model = new HashMap<>();
    model.put("workshop", workshop);
    model.put("agenda", AgendaTimes.of(workshop));
    model.put("removed", agendas.removed(workshop));
    model.put("refusal", refusal);
    return new ModelAndView("workshop/agenda", model);
  }

  private static ModelAndView line(
      Workshop workshop, @Nullable Phase phase, Form form, @Nullable HttpStatusCode status) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("workshop", workshop);
    model.put("phase", phase);
    model.put("form", form);
    var view = new ModelAndView("workshop/agendaLine", model);
    if (status != null) {
      view.setStatus(status);
    }
    return view;
  }
}

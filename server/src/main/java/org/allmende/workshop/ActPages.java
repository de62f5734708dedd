package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import org.allmende.base.web.Form;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The forms of the room by which something is done and ended there. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/room/acts")
class ActPages {

  private final Workshops workshops;
  private final Rooms rooms;
  private final Acts acts;
  private final ActForm forms;

  ActPages(Workshops workshops, Rooms rooms, Acts acts, ActForm forms) {
    this.workshops = workshops;
    this.rooms = rooms;
    this.acts = acts;
    this.forms = forms;
  }

  @PostMapping
  ModelAndView begin(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess by = rooms.reader(workshop, viewer, request);
    ModelAndView done =
        rooms.doing(
            workshop,
            by,
            () -> acts.begin(workshop, forms.act(form), form.submission(), by, viewer));
    return back(workshop, form, done);
  }

  @PostMapping("/{act}/end")
  ModelAndView end(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String act,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess by = rooms.reader(workshop, viewer, request);
    ModelAndView done =
        rooms.doing(workshop, by, () -> acts.end(workshop, act, ActForm.wayBack(form), by, viewer));
    return back(workshop, form, done);
  }

  /** To the page it was sent from; what was refused is said in the room. */
  private static ModelAndView back(Workshop workshop, Form form, ModelAndView done) {
    return form.value("back").equals("people") && done.getView() instanceof RedirectView
        ? Redirect.to(workshop.url("/people"))
        : done;
  }
}

package org.allmende.workshop;

import java.util.List;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.board.NoteId;
import org.allmende.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Where those who lead type in what people in the hall wrote and voted on paper. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/cards")
class CardPages {

  private final Workshops workshops;
  private final Paper paper;

  CardPages(Workshops workshops, Paper paper) {
    this.workshops = workshops;
    this.paper = paper;
  }

  @GetMapping
  ModelAndView show(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    return page(workshops.led(tenant, id, viewer), form, List.of());
  }

  /** Pins one card at once; several are shown first and pinned when they are sent again as sure. */
  @PostMapping
  ModelAndView pin(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    List<PaperCard> cards = PaperForm.cards(form);
    if (!form.isValid()) {
      return refused(page(workshop, form, List.of()), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (cards.size() > 1 && !form.ticked("sure")) {
      return page(workshop, form, cards);
    }
    try {
      paper.pin(workshop, cards, form.submission());
    } catch (Problem problem) {
      reject(form, "text", problem);
      return refused(page(workshop, form, List.of()), problem.status());
    }
    return Redirect.to(next(workshop, form));
  }

  @PostMapping("/{note}/dots")
  ModelAndView dots(
      Tenant tenant, @PathVariable String id, @PathVariable String note, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    paper.dots(workshop, new NoteId(note), PaperForm.dots(form), form.submission());
    return Redirect.to(workshop.url("/cards#dots"));
  }

  /** The page as it was, ready for the next card of the same pile. */
  private static String next(Workshop workshop, Form form) {
    return UriComponentsBuilder.fromPath(workshop.url("/cards"))
        .queryParam("zone", "{zone}")
        .queryParam("hat", "{hat}")
        .encode()
        .buildAndExpand(form.value("zone"), form.value("hat"))
        .toUriString();
  }

  private ModelAndView page(Workshop workshop, Form form, List<PaperCard> sure) {
    return new ModelAndView(
        "workshop/cards",
        Map.of("workshop", workshop, "board", paper.view(workshop), "form", form, "cards", sure));
  }

  private static ModelAndView refused(ModelAndView page, HttpStatus status) {
    page.setStatus(status);
    return page;
  }

  private static void reject(Form form, String field, Problem problem) {
    form.reject(field, problem.message().key(), problem.message().args().toArray());
  }
}

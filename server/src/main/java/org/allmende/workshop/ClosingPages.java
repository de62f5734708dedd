package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Pace;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardNote;
import org.allmende.board.Boards;
import org.allmende.people.Addresses;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last screen of a participant: thanks, the own notes, and once more how to be told. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/closing")
class ClosingPages {

  private final Workshops workshops;
  private final Joining joining;
  private final ParticipantTokens tokens;
  private final Addresses addresses;
  private final Boards boards;
  private final Afterwards afterwards;
  private final Improvements improvements;
  private final Pace pace;

  ClosingPages(
      Workshops workshops,
      Joining joining,
      ParticipantTokens tokens,
      Addresses addresses,
      Boards boards,
      Afterwards afterwards,
      Improvements improvements,
      Pace pace) {
    this.workshops = workshops;
    this.joining = joining;
    this.tokens = tokens;
    this.addresses = addresses;
    this.boards = boards;
    this.afterwards = afterwards;
    this.improvements = improvements;
    this.pace = pace;
  }

  @GetMapping
  ModelAndView show(Tenant tenant, @PathVariable String id, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    return tokens
        .of(workshop.id(), request)
        .map(participant -> page(workshop, participant, Form.empty(), null))
        .orElseGet(() -> Redirect.to(workshop.url("/join")));
  }

  @PostMapping
  ModelAndView contact(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    Participant participant = tokens.of(workshop.id(), request).orElse(null);
    if (participant == null) {
      return Redirect.to(workshop.url("/join"));
    }
    String contact = form.email("contact");
    if (contact == null && form.error("contact") == null) {
      form.reject("contact", "workshop.closing.contact.missing");
    }
    if (contact == null) {
      return page(workshop, participant, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    pace.count(participant.person());
    joining.tell(participant, contact, viewer.locale());
    return Redirect.to(workshop.url("/closing"), "workshop.closing.asked");
  }

  private ModelAndView page(
      Workshop workshop, Participant participant, Form form, @Nullable HttpStatus status) {
    List<BoardNote> own =
        boards.export(workshops.board(workshop)).stream()
            .filter(note -> participant.person().equals(note.author()))
            .toList();
    boolean told =
        addresses.reachable(List.of(participant.person())).containsKey(participant.person());
    var view =
        new ModelAndView(
            "workshop/closing",
            Map.of(
                "workshop",
                workshop,
                "participant",
                participant,
                "notes",
                own,
                "told",
                told,
                "said",
                improvements.said(participant),
                "improvements",
                improvements.of(workshop),
                "form",
                form));
    afterwards.until(workshop).ifPresent(until -> view.addObject("until", until));
    if (status != null) {
      view.setStatus(status);
    }
    return view;
  }
}

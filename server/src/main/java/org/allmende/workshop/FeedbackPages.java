package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import org.allmende.base.web.Form;
import org.allmende.base.web.Redirect;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Takes what a participant says at the end about the workshop itself. */
@Controller
class FeedbackPages {

  private final Workshops workshops;
  private final ParticipantTokens tokens;
  private final Improvements improvements;

  FeedbackPages(Workshops workshops, ParticipantTokens tokens, Improvements improvements) {
    this.workshops = workshops;
    this.tokens = tokens;
    this.improvements = improvements;
  }

  @PostMapping("/{tenant}/workshops/{id}/closing/feedback")
  ModelAndView say(Tenant tenant, @PathVariable String id, Form form, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    Participant participant = tokens.of(workshop.id(), request).orElse(null);
    if (participant == null) {
      return Redirect.to(workshop.url("/join"));
    }
    improvements.say(participant, ImprovementForm.feedback(form), form.submission());
    return Redirect.to(workshop.url("/closing") + "#feedback", "workshop.feedback.kept");
  }
}

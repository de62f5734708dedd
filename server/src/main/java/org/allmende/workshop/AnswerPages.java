package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Redirect;
import org.allmende.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a participant answers the questions for the groups later, changes or removes answers. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/answers")
class AnswerPages {

  private final Workshops workshops;
  private final ParticipantTokens tokens;
  private final AnswerStore answers;
  private final Joining joining;
  private final TransactionTemplate transaction;

  AnswerPages(
      Workshops workshops,
      ParticipantTokens tokens,
      AnswerStore answers,
      Joining joining,
      TransactionTemplate transaction) {
    this.workshops = workshops;
    this.tokens = tokens;
    this.answers = answers;
    this.joining = joining;
    this.transaction = transaction;
  }

  @GetMapping
  ModelAndView show(Tenant tenant, @PathVariable String id, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    return tokens
        .of(workshop.id(), request)
        .map(participant ->
            page(
                workshop,
                answers.of(participant.id()).asForm().changedBy(participant.device().asForm())))
        .orElseGet(() -> Redirect.to(workshop.url("/join")));
  }

  @PostMapping
  ModelAndView answer(
      Tenant tenant, @PathVariable String id, Form form, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    Participant participant = tokens.of(workshop.id(), request).orElse(null);
    if (participant == null) {
      return Redirect.to(workshop.url("/join"));
    }
    Answers given = Answers.of(form);
    SharedDevice device = SharedDevice.of(form);
    if (!form.isValid()) {
      ModelAndView again = page(workshop, form);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    transaction.executeWithoutResult(_ -> {
      answers.replace(workshop.id(), participant.id(), given);
      if (!device.equals(participant.device())) {
        joining.share(workshop, participant, device);
      }
    });
    return Redirect.to(workshop.url("/room"), "workshop.answers.kept");
  }

  private static ModelAndView page(Workshop workshop, Form form) {
    return new ModelAndView("workshop/answers", Map.of("workshop", workshop, "form", form));
  }
}

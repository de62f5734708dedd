package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.Problem;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people say at the end about the workshop itself, for programs. */
@RestController
@RequestMapping("/{tenant}/api/v1/workshops/{id}/feedback")
class FeedbackApi {

  /** What somebody said; who, is told to nobody. */
  record FeedbackView(String id, String text, Instant at) {

    static FeedbackView of(Feedback feedback) {
      return new FeedbackView(feedback.id(), feedback.text(), feedback.at());
    }
  }

  record NewFeedback(String id, String url) {}

  private final Workshops workshops;
  private final ParticipantTokens tokens;
  private final Improvements improvements;
  private final PublicAddress address;

  FeedbackApi(
      Workshops workshops,
      ParticipantTokens tokens,
      Improvements improvements,
      PublicAddress address) {
    this.workshops = workshops;
    this.tokens = tokens;
    this.improvements = improvements;
    this.address = address;
  }

  /** For those who lead, what has led to nothing yet. */
  @GetMapping
  Listing<FeedbackView> list(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    return Listing.of(improvements.open(workshop).stream().map(FeedbackView::of).toList());
  }

  @PostMapping
  ResponseEntity<NewFeedback> say(
      Tenant tenant, @PathVariable String id, Form form, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    Participant by =
        tokens
            .of(workshop.id(), request)
            .orElseThrow(() -> Problem.forbidden("workshop.token.wrong"));
    String text = ImprovementForm.feedback(form);
    String said = improvements.say(by, text, form.submission());
    String url = address.of(workshop.url("/closing"));
    return Created.at(url, new NewFeedback(said, url));
  }
}

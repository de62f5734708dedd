package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.Problem;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is changed for the next run of a workshop, for programs. */
@RestController
@RequestMapping("/{tenant}/api/v1/workshops/{id}/improvements")
class ImprovementApi {

  /** Something that is done otherwise next time. */
  record ImprovementView(String id, String sentence, String state) {

    static ImprovementView of(Improvement improvement) {
      return new ImprovementView(
          improvement.id(), improvement.sentence(), improvement.state().key());
    }
  }

  record NewImprovement(String id, String url) {}

  private final Workshops workshops;
  private final Rooms rooms;
  private final Improvements improvements;
  private final PublicAddress address;

  ImprovementApi(
      Workshops workshops, Rooms rooms, Improvements improvements, PublicAddress address) {
    this.workshops = workshops;
    this.rooms = rooms;
    this.improvements = improvements;
    this.address = address;
  }

  /** For who took part and who leads; everybody else reads it with the next run. */
  @GetMapping
  Listing<ImprovementView> list(
      Tenant tenant, @PathVariable String id, Viewer viewer, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    rooms.caller(workshop, viewer, request);
    return Listing.of(improvements.of(workshop).stream().map(ImprovementView::of).toList());
  }

  @PostMapping
  ResponseEntity<NewImprovement> take(
      Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    String sentence = ImprovementForm.sentence(form);
    form.orThrow();
    String taken =
        improvements.take(
            workshop, form.text("feedback").optional(), sentence, form.submission(), viewer);
    String url = address.of(workshop.url("/afterwards"));
    return Created.at(url, new NewImprovement(taken, url));
  }

  /** Says how far it has come. */
  @PatchMapping("/{improvement}")
  ImprovementView move(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String improvement,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    ImprovementState state = ImprovementForm.state(form);
    form.orThrow();
    improvements.move(workshop, improvement, Objects.requireNonNull(state), viewer);
    return improvements.of(workshop).stream()
        .filter(each -> each.id().equals(improvement))
        .findFirst()
        .map(ImprovementView::of)
        .orElseThrow(() -> Problem.notFound("workshop.improvement.unknown"));
  }
}

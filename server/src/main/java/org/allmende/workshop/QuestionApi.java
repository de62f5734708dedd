package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.Problem;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The questions of a workshop for programs; once the results are public, for everybody. */
@RestController
@RequestMapping("/{tenant}/api/v1/workshops/{id}/questions")
class QuestionApi {

  record NewQuestionView(String id, String url) {}

  /**
   * A question.
   *
   * @param name null when asked without, and always outside the room
   * @param reason why it was taken off the list, null while it is on it
   */
  record QuestionView(
      String id,
      String text,
      @Nullable String name,
      String state,
      int supports,
      boolean mine,
      boolean supported,
      @Nullable String answer,
      @Nullable String reason,
      Instant at) {

    static QuestionView inRoom(QuestionList.Entry entry) {
      return of(entry, entry.question().name());
    }

    static QuestionView published(QuestionList.Entry entry) {
      return of(entry, null);
    }

    private static QuestionView of(QuestionList.Entry entry, @Nullable String name) {
      Question question = entry.question();
      return new QuestionView(
          question.id().value(),
          question.text(),
          name,
          question.state().key(),
          question.supports(),
          entry.mine(),
          entry.supported(),
          question.answer(),
          question.removal(),
          question.at());
    }
  }

  private final Workshops workshops;
  private final Questions questions;
  private final Rooms rooms;
  private final PublicAddress address;

  QuestionApi(Workshops workshops, Questions questions, Rooms rooms, PublicAddress address) {
    this.workshops = workshops;
    this.questions = questions;
    this.rooms = rooms;
    this.address = address;
  }

  @GetMapping
  Listing<QuestionView> list(
      Tenant tenant, @PathVariable String id, Viewer viewer, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess reader = rooms.access(workshop, viewer, request).orElse(null);
    if (reader == null && workshop.isReleased()) {
      return Listing.of(
          QuestionList.published(questions.of(workshop)).all().stream()
              .map(QuestionView::published)
              .toList());
    }
    return Listing.of(
        questions.read(workshop, rooms.caller(workshop, viewer, request)).all().stream()
            .map(QuestionView::inRoom)
            .toList());
  }

  @PostMapping
  ResponseEntity<NewQuestionView> ask(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess by = rooms.caller(workshop, viewer, request);
    NewQuestion question = QuestionForm.question(form, by);
    form.orThrow();
    QuestionId asked = questions.ask(workshop, by, question, form.submission());
    String url = address.of(workshop.url("/room") + "?view=drawer&drawer=questions");
    return Created.at(url, new NewQuestionView(asked.value(), url));
  }

  @PutMapping("/{question}/support")
  QuestionView support(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable QuestionId question,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess by = rooms.caller(workshop, viewer, request);
    questions.support(workshop, question, by);
    return view(workshop, question, by);
  }

  @DeleteMapping("/{question}/support")
  QuestionView withdraw(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable QuestionId question,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess by = rooms.caller(workshop, viewer, request);
    questions.withdraw(workshop, question, by);
    return view(workshop, question, by);
  }

  @PostMapping("/{question}/call")
  QuestionView call(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable QuestionId question,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    questions.call(workshop, question, viewer);
    return view(workshop, question, rooms.caller(workshop, viewer, request));
  }

  @PostMapping("/{question}/answer")
  QuestionView answer(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable QuestionId question,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    questions.answer(workshop, question, QuestionForm.answer(form), viewer);
    return view(workshop, question, rooms.caller(workshop, viewer, request));
  }

  @PostMapping("/{question}/removal")
  QuestionView remove(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable QuestionId question,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    questions.remove(workshop, question, QuestionForm.reason(form), viewer);
    return view(workshop, question, rooms.caller(workshop, viewer, request));
  }

  private QuestionView view(Workshop workshop, QuestionId id, BoardAccess reader) {
    return questions.read(workshop, reader).all().stream()
        .filter(entry -> entry.question().id().equals(id))
        .findFirst()
        .map(QuestionView::inRoom)
        .orElseThrow(() -> Problem.notFound("workshop.question.notFound"));
  }
}

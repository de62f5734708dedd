package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.allmende.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Asking, supporting and answering questions beside the board. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/room/questions")
class QuestionPages {

  private static final String DRAWER = "questions";

  private final Workshops workshops;
  private final Questions questions;
  private final Rooms rooms;

  QuestionPages(Workshops workshops, Questions questions, Rooms rooms) {
    this.workshops = workshops;
    this.questions = questions;
    this.rooms = rooms;
  }

  /** What cannot be asked comes back with its words, whatever the reason. */
  @PostMapping
  ModelAndView ask(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    BoardAccess by = rooms.reader(workshop, viewer, request);
    NewQuestion question = QuestionForm.question(form, by);
    if (!form.isValid()) {
      return again(workshop, by, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      var _ = questions.ask(workshop, by, question, form.submission());
      return toList(workshop);
    } catch (Problem refused) {
      form.reject(
          QuestionForm.QUESTION, refused.message().key(), refused.message().args().toArray());
      return again(workshop, by, form, refused.status());
    }
  }

  private ModelAndView again(Workshop workshop, BoardAccess by, Form form, HttpStatusCode status) {
    ModelAndView page = rooms.page(workshop, by, "drawer", DRAWER, form);
    page.setStatus(status);
    return page;
  }

  @PostMapping("/{question}/support")
  ModelAndView support(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable QuestionId question,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    questions.support(workshop, question, rooms.reader(workshop, viewer, request));
    return toList(workshop);
  }

  @PostMapping("/{question}/withdrawal")
  ModelAndView withdraw(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable QuestionId question,
      Viewer viewer,
      HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    questions.withdraw(workshop, question, rooms.reader(workshop, viewer, request));
    return toList(workshop);
  }

  @PostMapping("/{question}/call")
  ModelAndView call(
      Tenant tenant, @PathVariable String id, @PathVariable QuestionId question, Viewer viewer) {
    Workshop workshop = workshops.get(tenant.id(), id);
    questions.call(workshop, question, viewer);
    return toList(workshop);
  }

  @PostMapping("/{question}/answer")
  ModelAndView answer(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable QuestionId question,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    questions.answer(workshop, question, QuestionForm.answer(form), viewer);
    return toList(workshop);
  }

  @PostMapping("/{question}/removal")
  ModelAndView remove(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable QuestionId question,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    questions.remove(workshop, question, QuestionForm.reason(form), viewer);
    return toList(workshop);
  }

  private static ModelAndView toList(Workshop workshop) {
    return Redirect.to(workshop.url("/room") + "?view=drawer&drawer=" + DRAWER);
  }
}

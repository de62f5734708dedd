package org.allmende.board;

import jakarta.servlet.http.HttpServletRequest;
import org.allmende.base.web.Form;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What stands on a note beside its words, by plain forms: effort and risk, replies, parked or not;
 * and taking back what one did last.
 */
@Controller
@RequestMapping("/{tenant}/boards/{board}")
class NoteMarkPages {

  private final BoardForms forms;

  NoteMarkPages(BoardForms forms) {
    this.forms = forms;
  }

  @PostMapping("/notes/{note}/marks")
  ModelAndView mark(
      Tenant tenant,
      @PathVariable("board") String id,
      @PathVariable("note") String note,
      Form form,
      HttpServletRequest request) {
    var mark =
        new Change.MarkNote(
            note,
            form.value("effort").isEmpty() ? null : form.choice("effort", Effort.class),
            form.value("risk").isEmpty() ? null : form.choice("risk", Risk.class));
    form.orThrow();
    return take(tenant, id, form, request, mark);
  }

  @PostMapping("/notes/{note}/parking")
  ModelAndView park(
      Tenant tenant,
      @PathVariable("board") String id,
      @PathVariable("note") String note,
      Form form,
      HttpServletRequest request) {
    boolean back = form.value("back").equals("true");
    return take(
        tenant, id, form, request, back ? new Change.UnparkNote(note) : new Change.ParkNote(note));
  }

  @PostMapping("/notes/{note}/comments")
  ModelAndView comment(
      Tenant tenant,
      @PathVariable("board") String id,
      @PathVariable("note") String note,
      Form form,
      HttpServletRequest request) {
    return take(tenant, id, form, request, new Change.CommentNote(note, form.value("text")));
  }

  @PostMapping("/notes/{note}/comments/{comment}/deletion")
  ModelAndView uncomment(
      Tenant tenant,
      @PathVariable("board") String id,
      @PathVariable("note") String note,
      @PathVariable("comment") String comment,
      Form form,
      HttpServletRequest request) {
    return take(tenant, id, form, request, new Change.UncommentNote(note, comment));
  }

  @PostMapping("/undo")
  ModelAndView undo(
      Tenant tenant, @PathVariable("board") String id, Form form, HttpServletRequest request) {
    return take(tenant, id, form, request, Change.Undo.LAST);
  }

  private ModelAndView take(
      Tenant tenant, String id, Form form, HttpServletRequest request, Change.OnNote change) {
    Board board = forms.board(tenant, id);
    return BoardForms.back(board, forms.take(board, form, request, change));
  }
}

package org.allmende.board;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The board by plain forms, for browsers without script; each leads back to the page that shows the
 * board.
 */
@Controller
@RequestMapping("/{tenant}/boards/{board}/notes")
class BoardPages {

  private final BoardForms forms;
  private final LiveBoards live;
  private final Projection projection;
  private final Doors doors;

  BoardPages(BoardForms forms, LiveBoards live, Projection projection, Doors doors) {
    this.forms = forms;
    this.live = live;
    this.projection = projection;
    this.doors = doors;
  }

  @PostMapping
  ModelAndView write(
      Tenant tenant, @PathVariable("board") String id, Form form, HttpServletRequest request) {
    Board board = forms.board(tenant, id);
    var note = new Change.CreateNote(form.value("text"), form.text("zone").optional(), hat(form));
    return keepingWords(board, form, request, note);
  }

  @PostMapping("/{note}/text")
  ModelAndView edit(
      Tenant tenant,
      @PathVariable("board") String id,
      @PathVariable("note") String note,
      Form form,
      HttpServletRequest request) {
    Integer version = form.number("version", 1, Integer.MAX_VALUE);
    return keepingWords(
        forms.board(tenant, id),
        form,
        request,
        new Change.EditNote(note, version == null ? 0 : version, form.value("text")));
  }

  @PostMapping("/{note}/hat")
  ModelAndView hat(
      Tenant tenant,
      @PathVariable("board") String id,
      @PathVariable("note") String note,
      Form form,
      HttpServletRequest request) {
    Hat hat = hat(form);
    if (hat == null) {
      throw Problem.badRequest("board.refused.unreadable");
    }
    return BoardForms.back(
        forms.board(tenant, id),
        forms.take(forms.board(tenant, id), form, request, new Change.ChangeHat(note, hat)));
  }

  /**
   * Where to: {@code up}, {@code down}, {@code off} the stack, {@code zone:ID} or {@code onto:ID}.
   */
  @PostMapping("/{note}/place")
  ModelAndView place(
      Tenant tenant,
      @PathVariable("board") String id,
      @PathVariable("note") String note,
      Form form,
      HttpServletRequest request) {
    Board board = forms.board(tenant, id);
    BoardView view =
        projection.view(live.read(board.id()), doors.enter(board, doors.caller(board, request)));
    return BoardForms.back(
        board, forms.take(board, form, request, placed(view, note, form.value("to"))));
  }

  @PostMapping("/{note}/dots")
  ModelAndView dots(
      Tenant tenant,
      @PathVariable("board") String id,
      @PathVariable("note") String note,
      Form form,
      HttpServletRequest request) {
    Integer count = form.number("count", 0, 100);
    return BoardForms.back(
        forms.board(tenant, id),
        forms.take(
            forms.board(tenant, id),
            form,
            request,
            new Change.SetDots(note, count == null ? -1 : count)));
  }

  @PostMapping("/{note}/deletion")
  ModelAndView delete(
      Tenant tenant,
      @PathVariable("board") String id,
      @PathVariable("note") String note,
      Form form,
      HttpServletRequest request) {
    forms.take(forms.board(tenant, id), form, request, new Change.DeleteNote(note));
    return Redirect.to(forms.board(tenant, id).url());
  }

  private static Change.OnNote placed(BoardView view, String id, String to) {
    if (to.equals("off")) {
      return new Change.UnstackNote(id);
    }
    if (to.startsWith("onto:")) {
      return new Change.StackNote(id, to.substring(5));
    }
    if (to.startsWith("zone:")) {
      return new Change.MoveNote(id, to.substring(5), null);
    }
    BoardView.NoteView note =
        view.notes().stream()
            .filter(n -> n.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("board.refused.gone"));
    List<String> others =
        view.notes().stream()
            .filter(n -> n.zone().equals(note.zone()) && (isLoose(n) || n.id().equals(id)))
            .map(BoardView.NoteView::id)
            .toList();
    int before = others.indexOf(id) + (to.equals("up") ? -1 : 2);
    String next =
        before < 0 ? others.getFirst() : before < others.size() ? others.get(before) : null;
    return new Change.MoveNote(id, note.zone(), id.equals(next) ? null : next);
  }

  /** Only these stand above or below another in their zone. */
  private static boolean isLoose(BoardView.NoteView note) {
    return note.on() == null && !note.parked();
  }

  /** What cannot be taken now is shown again with its reason; the words stay. */
  private ModelAndView keepingWords(
      Board board, Form form, HttpServletRequest request, Change.OnNote change) {
    try {
      return BoardForms.back(board, forms.take(board, form, request, change));
    } catch (Problem problem) {
      form.reject("text", problem.message().key(), problem.message().args().toArray());
      var answer =
          new ModelAndView(
              "board/refused",
              Map.of(
                  "board",
                  board,
                  "form",
                  form,
                  "action",
                  request.getRequestURI(),
                  "reason",
                  problem.message()));
      answer.setStatus(problem.status());
      return answer;
    }
  }

  private static @Nullable Hat hat(Form form) {
    return form.choice("hat", Hat.class);
  }
}

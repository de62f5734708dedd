package org.allmende.board;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.allmende.base.web.Problem;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One note with all that can be done with it, for browsers without script. */
@Controller
class NotePages {

  private final BoardForms forms;
  private final LiveBoards live;
  private final Projection projection;
  private final Doors doors;

  NotePages(BoardForms forms, LiveBoards live, Projection projection, Doors doors) {
    this.forms = forms;
    this.live = live;
    this.projection = projection;
    this.doors = doors;
  }

  @GetMapping("/{tenant}/boards/{board}/notes/{note}")
  ModelAndView show(
      Tenant tenant,
      @PathVariable("board") String id,
      @PathVariable("note") String note,
      HttpServletRequest request) {
    Board board = forms.board(tenant, id);
    BoardAccess reader = doors.enter(board, doors.caller(board, request));
    BoardView view = projection.view(live.read(board.id()), reader);
    BoardView.NoteView shown =
        view.notes().stream()
            .filter(each -> each.id().equals(note))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("board.refused.gone"));
    return new ModelAndView(
        "board/noteForms", Map.of("owner", board, "board", view, "note", shown));
  }
}

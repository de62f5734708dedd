package org.allmende.board;

import jakarta.servlet.http.HttpServletRequest;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.ModelAndView;

/** Takes changes that come as plain forms, and leads back to the page that shows the board. */
@Component
class BoardForms {

  private final BoardStore boards;
  private final Acceptance acceptance;
  private final Doors doors;
  private final Rooms rooms;
  private final TransactionTemplate transaction;

  BoardForms(
      BoardStore boards,
      Acceptance acceptance,
      Doors doors,
      Rooms rooms,
      TransactionTemplate transaction) {
    this.boards = boards;
    this.acceptance = acceptance;
    this.doors = doors;
    this.rooms = rooms;
    this.transaction = transaction;
  }

  /**
   * Takes the change of whoever sends the form.
   *
   * @return the note it was about
   * @throws Problem with a sentence if it is refused
   */
  @Nullable String take(Board board, Form form, HttpServletRequest request, Change.OnNote change) {
    BoardAccess by = doors.enter(board, doors.caller(board, request));
    if (!rooms.pace(board.id(), by).take()) {
      throw Problem.tooMany("board.refused.too_fast");
    }
    // All forms of a page share its submission key; the same form sent twice is the same change.
    String key =
        form.submission() == null
            ? Ids.next()
            : Acceptance.opId(by, change.toString(), form.submission());
    Acceptance.Accepted accepted =
        transaction.execute(status -> acceptance.accept(board.id(), by, key, change));
    return accepted == null ? null : accepted.target();
  }

  /**
   * The board of the address.
   *
   * @throws Problem 404 if the tenant has no such board
   */
  Board board(Tenant tenant, String id) {
    return boards
        .find(id)
        .filter(board -> board.tenant().equals(tenant.id()))
        .orElseThrow(() -> Problem.notFound("board.notFound"));
  }

  static ModelAndView back(Board board, @Nullable String note) {
    return Redirect.to(board.url() + (note == null ? "" : "#note-" + note));
  }
}

package org.allmende.workshop;

import org.allmende.base.id.PersonId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardId;
import org.allmende.board.Boards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets those who lead try the whole course before anybody comes. Afterwards everything is as it was
 * before, but for the agenda.
 */
@Component
class Rehearsals {

  private final RehearsalStore store;
  private final ActStore acts;
  private final WorkshopStore workshops;
  private final Agendas agendas;
  private final NextRun nextRun;
  private final Boards boards;

  Rehearsals(
      RehearsalStore store,
      ActStore acts,
      WorkshopStore workshops,
      Agendas agendas,
      NextRun nextRun,
      Boards boards) {
    this.store = store;
    this.acts = acts;
    this.workshops = workshops;
    this.agendas = agendas;
    this.nextRun = nextRun;
    this.boards = boards;
  }

  /**
   * Begins; its id.
   *
   * @throws Problem 409 once the workshop has begun
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String begin(Workshop workshop, @Nullable PersonId by) {
    Workshop now = workshops.find(workshop.id()).orElseThrow();
    if (now.hasBegun() && !now.rehearsing()) {
      throw Problem.conflict("workshop.rehearsal.begun");
    }
    return acts.begin(workshop.id(), NewAct.of(ActKind.REHEARSAL), by);
  }

  /** Takes the test notes off the board, and everything else that was tried. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(Workshop workshop, Act rehearsal, Viewer by) {
    BoardId board = boards.of(workshop.ref()).orElseThrow().id();
    store.forget(workshop.id(), rehearsal);
    boards.clear(board, by.person());
    agendas.apply(workshop, by);
    nextRun.bringAgain(workshop, by);
  }
}

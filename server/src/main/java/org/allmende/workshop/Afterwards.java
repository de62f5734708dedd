package org.allmende.workshop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.allmende.base.audit.Audit;
import org.allmende.base.id.PersonId;
import org.allmende.base.job.RecurringJob;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardId;
import org.allmende.board.Boards;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the board of a workshop open after its last phase, as long as those who lead say; whoever
 * took part is told, and what is written then is late.
 */
@Component
class Afterwards {

  static final int MOST_DAYS = 90;

  private final AfterwardsStore store;
  private final WorkshopStore workshops;
  private final Agendas agendas;
  private final AfterwardsTelling telling;
  private final Boards boards;
  private final Audit audit;
  private final Clock clock;

  Afterwards(
      AfterwardsStore store,
      WorkshopStore workshops,
      Agendas agendas,
      AfterwardsTelling telling,
      Boards boards,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.workshops = workshops;
    this.agendas = agendas;
    this.telling = telling;
    this.boards = boards;
    this.audit = audit;
    this.clock = clock;
  }

  /** Until when people may go on writing; empty when they may not. */
  Optional<Instant> until(Workshop workshop) {
    return workshop.isOver() && !workshop.rehearsing()
        ? store.until(workshop.id()).filter(clock.instant()::isBefore)
        : Optional.empty();
  }

  /**
   * Opens the board again until then, or sets another end; people are told each time.
   *
   * @throws Problem 409 before the last phase has ended, 422 for a time that is past or too far
   */
  @Transactional
  public void open(Workshop workshop, Instant until, Viewer by) {
    Workshops.requireLead(workshop, by);
    workshops.lock(workshop.id());
    Workshop now = workshops.find(workshop.id()).orElseThrow();
    if (!now.isOver() || now.rehearsing()) {
      throw Problem.conflict("workshop.afterwards.notOver");
    }
    Instant at = clock.instant();
    if (!until.isAfter(at) || until.isAfter(at.plus(Duration.ofDays(MOST_DAYS)))) {
      throw Problem.invalid("workshop.afterwards.until.wrong", MOST_DAYS);
    }
    store.open(now.id(), until, by.person(), at);
    // Its time was up long ago: every note from now on is late.
    boards.openPhase(board(now), AgendaPhases.afterwards(now, agendas.zones(now)), at, by.person());
    telling.opened(now, until);
    audit.record(now.tenant(), by, "workshop.afterwards", now.ref());
  }

  /** Takes no more notes; again changes nothing. */
  @Transactional
  public void close(Workshop workshop, Viewer by) {
    Workshops.requireLead(workshop, by);
    if (close(workshop, by.person())) {
      audit.record(workshop.tenant(), by, "workshop.afterwards.end", workshop.ref());
    }
  }

  private boolean close(Workshop workshop, @Nullable PersonId by) {
    workshops.lock(workshop.id());
    boolean closed = store.close(workshop.id(), by, clock.instant());
    if (closed) {
      boards.closeWriting(board(workshop), by);
    }
    return closed;
  }

  private BoardId board(Workshop workshop) {
    return boards.of(workshop.ref()).orElseThrow().id();
  }

  /** Closes every board whose time is up. */
  @Transactional
  public void closeDue() {
    for (WorkshopId due : store.due(clock.instant())) {
      close(workshops.find(due).orElseThrow(), (PersonId) null);
    }
  }

  @Bean
  static RecurringJob endOfWriting(@Lazy Afterwards afterwards) {
    return RecurringJob.every(Duration.ofMinutes(1), "workshop.afterwards", afterwards::closeDue);
  }
}

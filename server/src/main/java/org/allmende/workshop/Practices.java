package org.allmende.workshop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ids;
import org.allmende.base.job.RecurringJob;
import org.allmende.base.web.Problem;
import org.allmende.board.Board;
import org.allmende.board.BoardAccess;
import org.allmende.board.BoardId;
import org.allmende.board.BoardView;
import org.allmende.board.Boards;
import org.allmende.board.Hat;
import org.allmende.board.NewBoard;
import org.allmende.board.NewPhase;
import org.allmende.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Boards to try before a workshop: each for one browser, with all rights, and soon thrown away. */
@Component
class Practices {

  static final String JOB = "workshop.practice";

  private static final Duration SWEEP = Duration.ofMinutes(10);

  /** Whoever still looks at it is let out first. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  private static final int DOTS = 5;

  private final PracticeStore store;
  private final Boards boards;
  private final People people;
  private final Texts texts;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Practices(
      PracticeStore store,
      Boards boards,
      People people,
      Texts texts,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.boards = boards;
    this.people = people;
    this.texts = texts;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Lays an empty board.
   *
   * @throws Problem 409 when the workshop is over or called off
   */
  @Transactional
  public Practice begin(Workshop workshop, Locale locale) {
    if (!workshop.isAhead()) {
      throw Problem.conflict("workshop.practice.over");
    }
    var practice =
        new Practice(
            Ids.next(), workshop.tenant(), workshop.id(), people.guest(), clock.instant(), null);
    store.insert(practice);
    NewPhase phase = phase(locale);
    BoardId board =
        boards.create(
            new NewBoard(
                workshop.tenant(), practice.ref(), workshop.url("/practice"), List.of(phase)));
    boards.openPhase(board, phase.key(), null);
    return practice;
  }

  private NewPhase phase(Locale locale) {
    return NewPhase.collecting(
            Practice.KIND,
            texts.of(locale, "workshop.practice.title"),
            texts.of(locale, "workshop.practice.task"),
            Hat.PRIVATE_OR_CLUB,
            List.of(
                texts.of(locale, "workshop.practice.zone.need"),
                texts.of(locale, "workshop.practice.zone.know")))
        .withDots(DOTS)
        .withMarksByAll();
  }

  BoardView view(Practice practice) {
    Board board = boards.of(practice.ref()).orElseThrow();
    return boards.view(board.id(), access(practice));
  }

  static BoardAccess access(Practice practice) {
    return new BoardAccess(practice.person(), "", BoardAccess.Part.TAKES_PART);
  }

  /** Throws it away; nobody reads it from then on, and it is deleted within the hour. */
  @Transactional
  public void end(Practice practice) {
    store.end(practice, clock.instant());
    boards.of(practice.ref()).ifPresent(board -> boards.recheck(board.id(), null));
  }

  @Bean
  static RecurringJob deletePracticeBoards(@Lazy Practices practices) {
    return RecurringJob.every(SWEEP, JOB, practices::sweep);
  }

  /** Ends what is too old, and deletes what has ended; each in a transaction of its own. */
  void sweep() {
    Instant now = clock.instant();
    for (Practice old : store.begunBefore(now.minus(Practice.LIFE))) {
      transaction.executeWithoutResult(_ -> end(old));
    }
    for (Practice ended : store.endedBefore(now.minus(GRACE))) {
      transaction.executeWithoutResult(_ -> delete(ended));
    }
  }

  private void delete(Practice practice) {
    boards.of(practice.ref()).map(Board::id).ifPresent(boards::remove);
    store.delete(practice);
    people.dismiss(practice.person());
  }
}

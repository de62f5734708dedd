package org.allmende.workshop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The questions people ask in a workshop: supported by others, answered live or later, public with
 * the results.
 */
@Component
public class Questions {

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int MOST = 10;

  private final QuestionStore store;
  private final WorkshopStore workshops;
  private final QuestionTelling telling;
  private final Submissions submissions;
  private final Audit audit;
  private final Clock clock;

  Questions(
      QuestionStore store,
      WorkshopStore workshops,
      QuestionTelling telling,
      Submissions submissions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.workshops = workshops;
    this.telling = telling;
    this.submissions = submissions;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of them, those taken off the list too. */
  List<Question> of(Workshop workshop) {
    return store.of(workshop.id());
  }

  /** The list as the reader may see it. */
  QuestionList read(Workshop workshop, BoardAccess reader) {
    List<Question> questions = of(workshop);
    Set<QuestionId> supported = store.supportedBy(reader.person(), workshop.id());
    return reader.part() == BoardAccess.Part.LEADS
        ? QuestionList.forLead(questions, supported, reader.person())
        : QuestionList.forParticipant(questions, supported, reader.person());
  }

  /**
   * Asks; the same submission asks once.
   *
   * @throws Problem 409 once the results are public, 429 if the person asked too much lately
   */
  @Transactional
  public QuestionId ask(
      Workshop workshop, BoardAccess by, NewQuestion question, @Nullable String submission) {
    return new QuestionId(
        submissions.once(
            "workshop question " + workshop.id() + " " + by.person(),
            submission,
            () -> ask(workshop, by, question).value()));
  }

  private QuestionId ask(Workshop workshop, BoardAccess by, NewQuestion question) {
    if (workshop.isReleased()) {
      throw Problem.conflict("workshop.question.closed");
    }
    if (by.part() == BoardAccess.Part.WATCHES) {
      throw Problem.forbidden("workshop.muted");
    }
    workshops.lock(workshop.id());
    Instant now = clock.instant();
    if (store.askedSince(now.minus(WINDOW), workshop.id(), by.person()) >= MOST) {
      throw Problem.tooMany("workshop.question.tooMany", MOST, WINDOW.toMinutes());
    }
    var id = new QuestionId(Ids.next());
    store.insert(id, workshop.id(), by.person(), question, now);
    return id;
  }

  /**
   * Says that one wants to know it too; again changes nothing.
   *
   * @throws Problem 409 for one's own question and for one that is no longer open
   */
  @Transactional
  public void support(Workshop workshop, QuestionId id, BoardAccess by) {
    Question question = open(workshop, id);
    if (question.isBy(by.person())) {
      throw Problem.conflict("workshop.question.own");
    }
    store.support(id, by.person(), clock.instant());
  }

  /** Takes back that one wants to know it too. */
  @Transactional
  public void withdraw(Workshop workshop, QuestionId id, BoardAccess by) {
    store.withdraw(open(workshop, id).id(), by.person());
  }

  /** Says that the question is being answered aloud now. */
  @Transactional
  public void call(Workshop workshop, QuestionId id, Viewer by) {
    Workshops.requireLead(workshop, by);
    workshops.lock(workshop.id());
    store.call(open(workshop, id), by.person(), clock.instant());
  }

  /**
   * Notes that it was answered; once more replaces the answer. Who asked is told when the workshop
   * is over.
   *
   * @param answer null when it was only said
   */
  @Transactional
  public void answer(Workshop workshop, QuestionId id, @Nullable String answer, Viewer by) {
    Workshops.requireLead(workshop, by);
    Question question = listed(workshop, id);
    store.answer(question.id(), answer, by.person(), clock.instant());
    audit.record(workshop.tenant(), by, "workshop.question.answer", id.ref());
    if (answer != null && workshop.isOver()) {
      telling.answered(workshop, question, answer);
    }
  }

  /** Takes it off the list; whoever asked reads why. */
  @Transactional
  public void remove(Workshop workshop, QuestionId id, String reason, Viewer by) {
    Workshops.requireLead(workshop, by);
    Question question = listed(workshop, id);
    store.remove(question.id(), reason, by.person(), clock.instant());
    audit.record(workshop.tenant(), by, "workshop.question.remove", id.ref());
    if (workshop.isOver()) {
      telling.removed(workshop, question, reason);
    }
  }

  private Question open(Workshop workshop, QuestionId id) {
    Question question = listed(workshop, id);
    if (question.answeredAt() != null) {
      throw Problem.conflict("workshop.question.answered.already");
    }
    return question;
  }

  private Question listed(Workshop workshop, QuestionId id) {
    Question question =
        store
            .locked(id)
            .filter(found -> found.workshop().equals(workshop.id()))
            .orElseThrow(() -> Problem.notFound("workshop.question.notFound"));
    if (question.removedAt() != null) {
      throw Problem.conflict("workshop.question.removed");
    }
    return question;
  }
}

package org.allmende.workshop;

import java.time.Clock;
import java.util.List;
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
 * Quick votes between two bites of a talk: everybody answers once and may change it until the vote
 * is closed; then all see the result, and nobody can tell any more who chose what.
 */
@Component
class Votes {

  private static final int MOST = 40;

  private final VoteStore store;
  private final TalkStore talks;
  private final WorkshopStore workshops;
  private final ParticipantStore participants;
  private final Agendas agendas;
  private final Submissions submissions;
  private final Audit audit;
  private final Clock clock;

  Votes(
      VoteStore store,
      TalkStore talks,
      WorkshopStore workshops,
      ParticipantStore participants,
      Agendas agendas,
      Submissions submissions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.talks = talks;
    this.workshops = workshops;
    this.participants = participants;
    this.agendas = agendas;
    this.submissions = submissions;
    this.audit = audit;
    this.clock = clock;
  }

  List<Vote> of(Phase talk) {
    return store.of(talk.id());
  }

  /** The results of a workshop in the order of asking. */
  List<Vote> results(Workshop workshop) {
    return store.closed(workshop.id());
  }

  /** Writes it down to be asked in the talk; the same submission once. */
  @Transactional
  public String prepare(
      Workshop workshop, Phase talk, NewVote vote, @Nullable String submission, Viewer by) {
    return submissions.once(
        "workshop vote " + workshop.id(),
        submission,
        () -> {
          workshops.lock(workshop.id());
          if (store.of(talk.id()).size() >= MOST) {
            throw Problem.conflict("workshop.vote.full", MOST);
          }
          String id = Ids.next();
          store.insert(id, talk.id(), vote, clock.instant());
          agendas.apply(workshop, by);
          audit.record(workshop.tenant(), by, "workshop.vote.prepare", workshop.ref());
          return id;
        });
  }

  /** Writes it down and asks it at once. */
  @Transactional
  public void ask(
      Workshop workshop, Phase talk, NewVote vote, @Nullable String submission, Viewer by) {
    open(workshop, prepare(workshop, talk, vote, submission, by), by);
  }

  /**
   * Asks it; it takes the place of the slide. One that was shown before is closed.
   *
   * @throws Problem 409 unless its talk is going on, or once it was closed
   */
  @Transactional
  public void open(Workshop workshop, String id, Viewer by) {
    Vote vote = locked(workshop, id);
    if (workshop.current().filter(open -> open.id().equals(vote.phase())).isEmpty()) {
      throw Problem.conflict("workshop.vote.notNow");
    }
    if (vote.isClosed()) {
      throw Problem.conflict("workshop.vote.closed");
    }
    if (!vote.isOpen()) {
      store.of(vote.phase()).stream().filter(Vote::isOpen).forEach(this::close);
      store.open(vote, clock.instant());
      audit.record(workshop.tenant(), by, "workshop.vote.open", workshop.ref());
    }
    talks.show(vote);
  }

  /** Counts it and shows the result to all; again changes nothing. */
  @Transactional
  public void close(Workshop workshop, String id, Viewer by) {
    Vote vote = locked(workshop, id);
    if (vote.isOpen()) {
      close(vote);
      audit.record(workshop.tenant(), by, "workshop.vote.close", workshop.ref());
    }
  }

  private void close(Vote vote) {
    store.close(vote, clock.instant());
  }

  /** Closes what is still open when a talk is over. */
  @Transactional
  public void endTalk(Workshop workshop) {
    Talks.current(workshop).stream()
        .flatMap(talk -> store.of(talk.id()).stream())
        .filter(Vote::isOpen)
        .forEach(this::close);
  }

  /** Closes it and brings the slide back. */
  @Transactional
  public void leave(Workshop workshop, String id, Viewer by) {
    close(workshop, id, by);
    talks.hide(of(workshop, id));
  }

  /**
   * Takes it off the list.
   *
   * @throws Problem 409 once it was asked
   */
  @Transactional
  public void remove(Workshop workshop, String id, Viewer by) {
    Vote vote = locked(workshop, id);
    if (vote.state() != VoteState.PREPARED) {
      throw Problem.conflict("workshop.vote.asked");
    }
    store.delete(vote);
    agendas.apply(workshop, by);
    audit.record(workshop.tenant(), by, "workshop.vote.remove", workshop.ref());
  }

  /**
   * Answers for the reader; a later answer takes the place of an earlier one.
   *
   * @throws Problem 403 for those who lead, 409 unless it is open
   */
  @Transactional
  public void answer(Workshop workshop, String id, int answer, BoardAccess by) {
    Participant voter =
        participants.of(workshop.id()).stream()
            .filter(person -> person.person().equals(by.person()))
            .findFirst()
            .orElseThrow(() -> Problem.forbidden("workshop.vote.participantsOnly"));
    Vote vote = locked(workshop, id);
    if (!vote.isOpen()) {
      throw Problem.conflict("workshop.vote.notOpen");
    }
    if (answer < 0 || answer >= vote.answers().size()) {
      throw Problem.invalid("workshop.vote.answer.unknown");
    }
    store.choose(vote, voter.id(), answer);
  }

  /**
   * The vote of the id.
   *
   * @throws Problem 404 if no talk of the workshop has such
   */
  Vote of(Workshop workshop, String id) {
    return store
        .find(id)
        .filter(
            vote -> workshop.phases().stream().anyMatch(phase -> phase.id().equals(vote.phase())))
        .orElseThrow(() -> Problem.notFound("workshop.vote.unknown"));
  }

  private Vote locked(Workshop workshop, String id) {
    of(workshop, id);
    return store.locked(id).orElseThrow(() -> Problem.notFound("workshop.vote.unknown"));
  }
}

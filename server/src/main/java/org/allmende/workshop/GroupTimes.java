package org.allmende.workshop;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings people into groups and back to all, as the agenda says. */
@Component
class GroupTimes {

  /** With fewer people groups make no sense. */
  private static final int FEWEST = 4;

  private final Groups groups;
  private final GroupTasks tasks;
  private final RoundStore rounds;
  private final ActStore acts;
  private final Clock clock;

  GroupTimes(Groups groups, GroupTasks tasks, RoundStore rounds, ActStore acts, Clock clock) {
    this.groups = groups;
    this.tasks = tasks;
    this.rounds = rounds;
    this.acts = acts;
    this.clock = clock;
  }

  /**
   * Forms groups if the phase needs some nobody has prepared; that takes up to a second, so it is
   * done before the transaction that opens the phase.
   *
   * @param formed the rounds there are
   * @throws Problem 409 if they changed meanwhile
   */
  void prepare(Workshop workshop, Phase phase, List<Round> formed, Viewer by) {
    GroupMode mode = phase.policy().groups();
    boolean lacking =
        switch (mode) {
          case NONE -> false;
          case SAME -> formed.isEmpty();
          case NEW -> formed.stream().allMatch(Round::isReleased);
        };
    int people = tasks.there(workshop.id()).size();
    if (lacking && people >= FEWEST) {
      var _ = groups.form(workshop, GroupPlan.several(people), formed, null, by);
    }
  }

  /** Everybody goes where the phase wants them. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void follow(Workshop workshop, Phase phase, @Nullable PersonId by) {
    Round wanted = wanted(workshop, phase.policy().groups()).orElse(null);
    Optional<Act> going =
        acts.inForce(workshop.id()).stream().filter(act -> act.is(ActKind.GROUPS)).findFirst();
    boolean stay =
        wanted != null
            && going
                .filter(act -> act.endedAt() == null && wanted.id().equals(act.round()))
                .isPresent();
    if (!stay) {
      leave(workshop, by);
      if (wanted != null) {
        enter(workshop, wanted, by);
      }
    }
  }

  /** Into the groups of before once more; the id of that. */
  @Transactional(propagation = Propagation.MANDATORY)
  public String goBack(Workshop workshop, @Nullable PersonId by) {
    return wanted(workshop, GroupMode.SAME)
        .map(round -> enter(workshop, round, by))
        .orElseThrow(() -> Problem.conflict("workshop.groups.none"));
  }

  /** All are together again, at once. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void leave(Workshop workshop, @Nullable PersonId by) {
    Instant now = clock.instant();
    acts.inForce(workshop.id()).stream()
        .filter(act -> act.is(ActKind.GROUPS) || act.is(ActKind.VISIT) || act.is(ActKind.HELP))
        .forEach(act -> acts.end(act, now, by));
  }

  private String enter(Workshop workshop, Round round, @Nullable PersonId by) {
    if (!round.isReleased()) {
      var _ = rounds.release(round, clock.instant());
    }
    return acts.begin(workshop.id(), NewAct.of(ActKind.GROUPS).with(round), by);
  }

  private Optional<Round> wanted(Workshop workshop, GroupMode mode) {
    List<Round> formed = rounds.of(workshop.id());
    if (mode == GroupMode.NONE || formed.isEmpty()) {
      return Optional.empty();
    }
    Optional<Round> shown = formed.stream().filter(Round::isReleased).reduce((_, later) -> later);
    return mode == GroupMode.SAME && shown.isPresent() ? shown : Optional.of(formed.getLast());
  }
}

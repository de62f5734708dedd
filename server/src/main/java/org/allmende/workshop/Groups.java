package org.allmende.workshop;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.board.Boards;
import org.allmende.board.GroupWork;
import org.allmende.video.MediaRooms;
import org.allmende.workshop.grouping.Deadline;
import org.allmende.workshop.grouping.GroupSearch;
import org.allmende.workshop.grouping.Grouping;
import org.allmende.workshop.grouping.GroupingTask;
import org.allmende.workshop.grouping.Repair;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forms the groups of a workshop, round by round. The last round that nobody was shown yet is
 * formed again as often as the facilitator likes; once released it stays, and the next one follows.
 */
@Component
class Groups {

  /** What is left of a second after reading and writing. */
  private static final Duration PATIENCE = Duration.ofMillis(850);

  private final RoundStore rounds;
  private final ActStore acts;
  private final GroupTasks tasks;
  private final WorkshopStore workshops;
  private final ParticipantStore participants;
  private final Arrival arrival;
  private final Submissions submissions;
  private final TransactionTemplate transaction;
  private final Boards boards;
  private final MediaRooms media;
  private final Audit audit;
  private final Clock clock;

  Groups(
      RoundStore rounds,
      ActStore acts,
      GroupTasks tasks,
      WorkshopStore workshops,
      ParticipantStore participants,
      Arrival arrival,
      Submissions submissions,
      TransactionTemplate transaction,
      Boards boards,
      MediaRooms media,
      Audit audit,
      Clock clock) {
    this.rounds = rounds;
    this.acts = acts;
    this.tasks = tasks;
    this.workshops = workshops;
    this.participants = participants;
    this.arrival = arrival;
    this.submissions = submissions;
    this.transaction = transaction;
    this.boards = boards;
    this.media = media;
    this.audit = audit;
    this.clock = clock;
  }

  List<Round> of(Workshop workshop) {
    return rounds.of(workshop.id());
  }

  /**
   * The round of the id.
   *
   * @throws Problem 404 if the workshop has no such round
   */
  Round get(Workshop workshop, String id) {
    return of(workshop).stream()
        .filter(round -> round.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("workshop.groups.notFound"));
  }

  /**
   * Forms groups of everyone who is there; they meet as few as possible of those they were with in
   * the rounds before. The search needs up to a second and keeps no transaction open meanwhile.
   *
   * @throws Problem 409 if somebody else formed groups at the same time, 422 with more groups than
   *     people
   */
  Round form(Workshop workshop, GroupPlan plan, @Nullable String submission, Viewer by) {
    return form(workshop, plan, of(workshop), submission, by);
  }

  /** The same for somebody who knows these rounds. */
  Round form(
      Workshop workshop,
      GroupPlan plan,
      List<Round> before,
      @Nullable String submission,
      Viewer by) {
    Workshops.requireLead(workshop, by);
    requireEnough(workshop, plan);
    List<Grouping> earlier =
        before.stream().filter(Round::isReleased).map(Round::grouping).toList();
    int number = earlier.size() + 1;
    GroupingTask task = tasks.of(workshop.id(), plan, earlier);
    Grouping groups = GroupSearch.form(task, seed(workshop, number), Deadline.in(PATIENCE));
    var round =
        new Round(Ids.next(), workshop.id(), number, plan, 1, clock.instant(), null, Map.of());
    String id =
        transaction.execute(_ ->
            submissions.once(
                "workshop groups " + workshop.id(),
                submission,
                () -> keep(workshop, round, Companions.left(groups), before, by)));
    return get(workshop, id);
  }

  /** The same for one round of one workshop, so that groups can be formed once more alike. */
  private static long seed(Workshop workshop, int number) {
    return workshop.id().value().hashCode() * 31L + number;
  }

  private void requireEnough(Workshop workshop, GroupPlan plan) {
    int people = tasks.there(workshop.id()).size();
    if (plan.groups() > people) {
      throw Problem.invalid("workshop.groups.count.tooMany", people);
    }
  }

  private String keep(
      Workshop workshop, Round round, Grouping groups, List<Round> before, Viewer by) {
    workshops.lock(workshop.id());
    List<Round> now = of(workshop);
    if (!now.equals(before)) {
      throw Problem.conflict("workshop.groups.changed");
    }
    now.stream().filter(last -> !last.isReleased()).forEach(rounds::delete);
    rounds.insert(round);
    rounds.insertSeats(round.id(), groups);
    audit.record(workshop.tenant(), by, "workshop.groups.form", workshop.ref());
    return round.id();
  }

  /**
   * Takes those who are away out of the round and gives those who came late the best seat; as few
   * others as possible move.
   *
   * @throws Problem 409 if somebody else changed the round at the same time
   */
  void repair(Workshop workshop, String round, Viewer by) {
    change(
        workshop,
        round,
        by,
        found -> {
          requireEnough(workshop, found.plan());
          GroupingTask task = task(workshop, found);
          return Companions.left(Repair.repair(task, Companions.added(task, found.grouping())));
        });
  }

  /**
   * Puts somebody into another group by hand.
   *
   * @throws Problem 422 if the round has no such group or person
   */
  void move(Workshop workshop, String round, ParticipantId who, int group, Viewer by) {
    change(
        workshop,
        round,
        by,
        found -> {
          if (group < 1 || group > found.plan().groups() || found.groupOf(who).isEmpty()) {
            throw Problem.invalid("workshop.groups.move.unknown");
          }
          return found.grouping().with(who.value(), group - 1);
        });
  }

  private void change(Workshop workshop, String id, Viewer by, Function<Round, Grouping> to) {
    Workshops.requireLead(workshop, by);
    Round round = get(workshop, id);
    Grouping changed = to.apply(round);
    transaction.executeWithoutResult(_ -> {
      workshops.lock(workshop.id());
      if (!rounds.seat(round, changed)) {
        throw Problem.conflict("workshop.groups.changed");
      }
      seat(workshop, by);
      media.arrange(workshop.ref());
      audit.record(workshop.tenant(), by, "workshop.groups.change", workshop.ref());
    });
  }

  /**
   * Shows the round to the participants; once shown it stays shown.
   *
   * @throws Problem 409 if somebody else formed it again at the same time
   */
  void release(Workshop workshop, String id, Viewer by) {
    Workshops.requireLead(workshop, by);
    Round round = get(workshop, id);
    transaction.executeWithoutResult(_ -> {
      workshops.lock(workshop.id());
      if (!rounds.release(round, clock.instant())) {
        throw Problem.conflict("workshop.groups.changed");
      }
      seat(workshop, by);
      media.arrange(workshop.ref());
      if (workshop.current().filter(Phase::writesInGroups).isPresent()) {
        boards
            .of(workshop.ref())
            .ifPresent(board -> boards.workAs(board.id(), GroupWork.APART, by.person()));
      }
      audit.record(workshop.tenant(), by, "workshop.groups.release", workshop.ref());
    });
  }

  /** Whoever sits elsewhere now writes there at once. */
  private void seat(Workshop workshop, Viewer by) {
    boards.of(workshop.ref()).ifPresent(board -> boards.seat(board.id(), by.person()));
  }

  /** What the round was asked to do, for those who sit in it now. */
  GroupingTask task(Workshop workshop, Round round) {
    return tasks.of(workshop.id(), round.plan(), before(workshop, round));
  }

  private List<Grouping> before(Workshop workshop, Round round) {
    return of(workshop).stream()
        .filter(other -> other.number() < round.number())
        .map(Round::grouping)
        .toList();
  }

  /** Whether the participants have been shown groups. */
  boolean areThere(Workshop workshop) {
    return rounds.isReleased(workshop.id());
  }

  /** Where people talk now, as the open phase wants it. */
  GroupSeats open(Workshop workshop) {
    VideoMode mode =
        workshop.current().map(phase -> phase.policy().video()).orElse(VideoMode.PLENARY);
    return switch (mode) {
      case OFF -> GroupSeats.nowhere();
      case PLENARY -> arrival.seats(workshop);
      case GROUPS -> talking(workshop).map(GroupSeats::of).orElseGet(GroupSeats::plenary);
    };
  }

  /** The groups people are in now; where the agenda leaves that open, the last ones shown. */
  private Optional<Round> talking(Workshop workshop) {
    if (workshop.current().filter(open -> open.policy().groups() != GroupMode.NONE).isEmpty()) {
      return last(workshop);
    }
    Optional<String> going =
        acts.inForce(workshop.id()).stream()
            .filter(act -> act.is(ActKind.GROUPS))
            .map(Act::round)
            .findFirst();
    return of(workshop).stream()
        .filter(round -> going.filter(round.id()::equals).isPresent())
        .findFirst();
  }

  /** The last round that was released. */
  private Optional<Round> last(Workshop workshop) {
    return of(workshop).stream().filter(Round::isReleased).reduce((_, later) -> later);
  }

  /** Where the participant sits in the last round that was released, and with whom. */
  Optional<OwnGroup> own(ParticipantId participant, Workshop workshop) {
    return last(workshop)
        .flatMap(round ->
            round.groupOf(participant).map(number -> own(participant, workshop, round, number)));
  }

  private OwnGroup own(ParticipantId participant, Workshop workshop, Round round, int number) {
    return new OwnGroup(
        round.number(),
        number,
        participants.of(workshop.id()).stream()
            .filter(other -> !other.id().equals(participant))
            .filter(other -> !other.standing().isOut())
            .filter(other -> round.groupOf(other.id()).filter(each -> each == number).isPresent())
            .map(Participant::name)
            .filter(name -> !name.isEmpty())
            .sorted()
            .toList());
  }
}

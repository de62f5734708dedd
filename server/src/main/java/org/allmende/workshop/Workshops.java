package org.allmende.workshop;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardId;
import org.allmende.board.Boards;
import org.allmende.board.GroupWork;
import org.allmende.board.NewBoard;
import org.allmende.board.NewPhase;
import org.allmende.people.People;
import org.allmende.tenant.CoHosting;
import org.allmende.tenant.Tenant;
import org.allmende.video.MediaRooms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Workshops from the plan to the last phase. */
@Component
public class Workshops {

  private static final int CODE_TRIES = 20;

  private final WorkshopStore store;
  private final Agendas agendas;
  private final ParticipantStore participants;
  private final GroupTimes groupTimes;
  private final RoundStore rounds;
  private final Votes votes;
  private final People people;
  private final CoHosting coHosting;
  private final Boards boards;
  private final WorkshopSeats seats;
  private final MediaRooms media;
  private final Submissions submissions;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Clock clock;

  Workshops(
      WorkshopStore store,
      Agendas agendas,
      ParticipantStore participants,
      GroupTimes groupTimes,
      RoundStore rounds,
      Votes votes,
      People people,
      CoHosting coHosting,
      Boards boards,
      WorkshopSeats seats,
      MediaRooms media,
      Submissions submissions,
      TransactionTemplate transaction,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.agendas = agendas;
    this.participants = participants;
    this.groupTimes = groupTimes;
    this.rounds = rounds;
    this.votes = votes;
    this.people = people;
    this.coHosting = coHosting;
    this.boards = boards;
    this.seats = seats;
    this.media = media;
    this.submissions = submissions;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Plans a workshop, with its board and its join code; the same submission plans it once.
   *
   * @throws Problem 403 unless the viewer is a facilitator of the tenant
   */
  @Transactional
  public Workshop create(
      TenantId tenant, WorkshopPlan plan, @Nullable String submission, Viewer by) {
    return create(tenant, plan, plan.template().lines(), submission, by);
  }

  /** The same with an agenda that comes from elsewhere than a template. */
  Workshop create(
      TenantId tenant,
      WorkshopPlan plan,
      List<AgendaLine> agenda,
      @Nullable String submission,
      Viewer by) {
    if (!by.operator()) {
      by.require(tenant, Role.FACILITATOR);
    }
    String id =
        submissions.once("workshop", submission, () -> insert(tenant, plan, agenda, by).value());
    return get(new WorkshopId(id));
  }

  private WorkshopId insert(
      TenantId tenant, WorkshopPlan plan, List<AgendaLine> agenda, Viewer by) {
    var id = new WorkshopId(Ids.next());
    insert(id, tenant, plan, by);
    Map<String, List<String>> zones = agendas.begin(id, agenda);
    coHosting.invite(id.ref(), tenant, plan.coHosts(), by);
    List<NewPhase> phases = AgendaPhases.of(get(id), zones);
    boards.create(new NewBoard(tenant, id.ref(), roomUrl(tenant, id), phases));
    seats.open(get(id));
    audit.record(tenant, by, "workshop.create", id.ref());
    return id;
  }

  private void insert(WorkshopId id, TenantId tenant, WorkshopPlan plan, Viewer by) {
    for (int i = 0; i < CODE_TRIES; i++) {
      if (store.insert(id, tenant, plan, JoinCode.random(), by.person(), clock.instant())) {
        return;
      }
    }
    throw new IllegalStateException("no free join code found");
  }

  private static String roomUrl(TenantId tenant, WorkshopId id) {
    return "/" + tenant.slug() + "/workshops/" + id + "/room";
  }

  /**
   * The workshop of an id.
   *
   * @throws Problem 404 if there is none
   */
  public Workshop get(WorkshopId id) {
    return store.find(id).orElseThrow(() -> Problem.notFound("workshop.notFound"));
  }

  /**
   * The workshop of an id taken from an address of the tenant that owns it.
   *
   * @throws Problem 404 if the tenant has no such workshop
   */
  public Workshop get(TenantId tenant, String id) {
    return store
        .find(new WorkshopId(id))
        .filter(workshop -> workshop.tenant().equals(tenant))
        .orElseThrow(() -> Problem.notFound("workshop.notFound"));
  }

  /** The workshops of the ids, the latest first; unknown ones are left out. */
  public List<Workshop> all(Collection<WorkshopId> ids) {
    return ids.isEmpty() ? List.of() : store.all(ids);
  }

  /** The workshops a tenant owns or carries, the latest first. */
  public List<Workshop> carriedBy(TenantId tenant) {
    return store.carriedBy(tenant);
  }

  /** How many take part. */
  public Map<WorkshopId, Integer> participants(Collection<WorkshopId> workshops) {
    return participants.counts(workshops);
  }

  /**
   * Whether the viewer leads the workshop: a facilitator of its owner or of a co-host that
   * accepted, or somebody named for it.
   */
  public static boolean leads(Workshop workshop, Viewer viewer) {
    PersonId person = viewer.person();
    return (person != null && workshop.coLeads().contains(person))
        || viewer.has(workshop.tenant(), Role.FACILITATOR)
        || workshop.coHosts().stream().anyMatch(coHost -> viewer.has(coHost, Role.FACILITATOR));
  }

  /**
   * Whether the viewer works for a tenant that carries the workshop, and so may read what is still
   * internal.
   */
  public static boolean isInternal(Workshop workshop, Viewer viewer) {
    return leads(workshop, viewer)
        || viewer.isStaff(workshop.tenant())
        || workshop.coHosts().stream().anyMatch(viewer::isStaff);
  }

  /**
   * The workshop, for somebody who leads it.
   *
   * @throws Problem 404 if the tenant has none of that id; else as {@link #requireLead}
   */
  Workshop led(Tenant tenant, String id, Viewer viewer) {
    Workshop workshop = get(tenant.id(), id);
    requireLead(workshop, viewer);
    return workshop;
  }

  /**
   * Goes on only if the viewer leads the workshop.
   *
   * @throws Problem 403 if somebody logged in does not; without login the person is asked to log in
   */
  static void requireLead(Workshop workshop, Viewer viewer) {
    if (!viewer.operator() || viewer.isKnown()) {
      viewer.known();
      if (!leads(workshop, viewer)) {
        throw Problem.forbidden("workshop.notLeading");
      }
    }
  }

  /**
   * Opens the step after the current one; after the last one the course is over. The same
   * submission goes one step only.
   */
  public Workshop openNext(WorkshopId id, @Nullable String submission, Viewer by) {
    prepare(id, submission, by, Workshop::next);
    once(id, submission, by, () -> openNext(locked(id, by), by));
    return get(id);
  }

  /**
   * The same for somebody who has a page before the eyes: of two who click at once, one goes on.
   *
   * @param seen the id of the open phase as that page shows it, empty when none is open
   * @throws Problem 409 saying who went on meanwhile
   */
  public Workshop openNextAfter(
      WorkshopId id, String seen, @Nullable String submission, Viewer by) {
    prepare(
        id, submission, by, workshop -> isAt(workshop, seen) ? workshop.next() : Optional.empty());
    once(
        id,
        submission,
        by,
        () -> {
          Workshop workshop = locked(id, by);
          if (!isAt(workshop, seen)) {
            throw meanwhile(workshop);
          }
          openNext(workshop, by);
        });
    return get(id);
  }

  private static boolean isAt(Workshop workshop, String seen) {
    return workshop.current().map(Phase::key).orElse("").equals(seen);
  }

  private Problem meanwhile(Workshop workshop) {
    String who =
        store
            .lastToGoOn(workshop.id())
            .map(person -> people.names(List.of(person)).getOrDefault(person, ""))
            .orElse("");
    return workshop
        .current()
        .map(open -> Problem.conflict("workshop.phase.meanwhile", who, open.title()))
        .orElseGet(() -> Problem.conflict("workshop.phase.meanwhileOver", who));
  }

  private void openNext(Workshop workshop, Viewer by) {
    if (workshop.isOver()) {
      throw Problem.conflict("workshop.phase.over");
    }
    workshop.next().ifPresentOrElse(phase -> open(workshop, phase, by), () -> close(workshop, by));
  }

  /**
   * Groups are looked for before anything is locked. The rounds are read before the phases: whoever
   * goes on in between changes them, and none are formed for a phase nobody opened.
   */
  private void prepare(
      WorkshopId id,
      @Nullable String submission,
      Viewer by,
      Function<Workshop, Optional<Phase>> wanted) {
    List<Round> formed = rounds.of(id);
    Workshop workshop = get(id);
    requireLead(workshop, by);
    if (!submissions.isKnown(steps(id), submission)) {
      wanted
          .apply(workshop)
          .filter(phase -> !phase.isOpen())
          .ifPresent(phase -> groupTimes.prepare(workshop, phase, formed, by));
    }
  }

  private static String steps(WorkshopId id) {
    return "workshop step " + id;
  }

  private void once(WorkshopId id, @Nullable String submission, Viewer by, Runnable work) {
    requireLead(get(id), by);
    transaction.executeWithoutResult(_ ->
        submissions.once(
            steps(id),
            submission,
            () -> {
              work.run();
              return id.value();
            }));
  }

  /**
   * Opens a step; the open one is closed. A closed one may be opened again. The same submission
   * opens it once.
   *
   * @throws Problem 404 if the workshop has no such step
   */
  public Workshop open(WorkshopId id, PhaseId phase, @Nullable String submission, Viewer by) {
    prepare(id, submission, by, workshop -> Optional.of(workshop.step(phase)));
    once(
        id,
        submission,
        by,
        () -> {
          Workshop workshop = locked(id, by);
          Phase step = workshop.step(phase);
          if (!step.isOpen()) {
            open(workshop, step, by);
          }
        });
    return get(id);
  }

  private void open(Workshop workshop, Phase phase, Viewer by) {
    Instant now = clock.instant();
    store.close(workshop.id(), by.person(), now);
    store.open(Ids.next(), workshop.id(), phase, by.person(), now);
    BoardId board = board(workshop);
    votes.endTalk(workshop);
    reveal(workshop, board, by);
    boards.openPhase(
        board,
        AgendaPhases.open(workshop, phase, agendas.zones(workshop)),
        endOfOpen(workshop),
        by.person());
    groupTimes.follow(workshop, phase, by.person());
    media.arrange(workshop.ref());
    if (phase.writesInGroups() && rounds.isReleased(workshop.id())) {
      boards.workAs(board, GroupWork.APART, by.person());
    }
    audit.record(workshop.tenant(), by, "workshop.phase", workshop.ref());
  }

  /** What was covered while people wrote and gave dots is seen from now on. */
  private void reveal(Workshop workshop, BoardId board, Viewer by) {
    if (workshop.current().filter(phase -> hidesNotes(board, phase)).isPresent()) {
      boards.reveal(board, by.person());
    }
    if (boards.hidesDots(board)) {
      boards.revealDots(board, by.person());
    }
  }

  private void cover(Workshop workshop, BoardId board, Viewer by) {
    Phase open = workshop.current().orElseThrow(() -> Problem.conflict("workshop.phase.noneOpen"));
    if (open.kind() == PhaseKind.COLLECT) {
      boards.hide(board, by.person());
    }
    if (open.dots() > 0) {
      boards.hideDots(board, by.person());
    }
  }

  /** Whether others' notes or dots are covered in the open phase. */
  boolean isCovered(BoardId board, Phase open) {
    return hidesNotes(board, open) || boards.hidesDots(board);
  }

  private boolean hidesNotes(BoardId board, Phase phase) {
    return boards.zones(board).stream()
        .anyMatch(zone -> zone.phase().equals(phase.key()) && zone.covered());
  }

  private void close(Workshop workshop, Viewer by) {
    store.close(workshop.id(), by.person(), clock.instant());
    groupTimes.leave(workshop, by.person());
    votes.endTalk(workshop);
    reveal(workshop, board(workshop), by);
    workshop
        .current()
        .ifPresent(phase -> {
          boards.closeWriting(board(workshop), by.person());
          boards.allowDots(board(workshop), 0, by.person());
        });
    media.arrange(workshop.ref());
    audit.record(workshop.tenant(), by, "workshop.end", workshop.ref());
  }

  /** Gives the open step more minutes. */
  @Transactional
  public void extend(WorkshopId id, int minutes, Viewer by) {
    Workshop workshop = locked(id, by);
    if (store.extend(workshop.id(), minutes, clock.instant()) == 0) {
      throw Problem.conflict("workshop.phase.noneOpen");
    }
    boards.endPhaseAt(board(workshop), endOfOpen(workshop), by.person());
  }

  private @Nullable Instant endOfOpen(Workshop workshop) {
    return get(workshop.id()).current().map(Phase::endsAt).orElse(null);
  }

  /** Changes what people see and may do in the open phase. */
  @Transactional
  public void steer(WorkshopId id, Steering steering, Viewer by) {
    Workshop workshop = locked(id, by);
    BoardId board = board(workshop);
    switch (steering) {
      case REVEAL -> reveal(workshop, board, by);
      case HIDE -> cover(workshop, board, by);
      case LOCK -> boards.lock(board, by.person());
      case UNLOCK -> boards.unlock(board, by.person());
      case APART -> boards.workAs(board, GroupWork.APART, by.person());
      case WALK -> boards.workAs(board, GroupWork.WALK, by.person());
      case TOGETHER -> boards.workAs(board, GroupWork.TOGETHER, by.person());
    }
  }

  /** Where the notes of the workshop are. */
  public BoardId board(Workshop workshop) {
    return boards.of(workshop.ref()).orElseThrow().id();
  }

  private Workshop locked(WorkshopId id, Viewer by) {
    requireLead(get(id), by);
    store.lock(id);
    return get(id);
  }
}

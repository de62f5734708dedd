package org.allmende.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.event.Events;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.people.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes commitments, reports on them, moves their dates, and sees them kept. */
@Component
public class Commitments {

  private final CommitmentStore store;
  private final ObjectProvider<CommitmentBackground> background;
  private final People people;
  private final Submissions submissions;
  private final Events events;
  private final Audit audit;
  private final Clock clock;

  Commitments(
      CommitmentStore store,
      ObjectProvider<CommitmentBackground> background,
      People people,
      Submissions submissions,
      Events events,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.background = background;
    this.people = people;
    this.submissions = submissions;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes a commitment; the same submission makes one only.
   *
   * @throws Problem 422 for a due date in the past
   */
  @Transactional
  public Commitment promise(CommitmentDraft draft, @Nullable String submission, Viewer steward) {
    if (draft.dueOn().isBefore(today())) {
      throw Problem.invalid("plan.problem.past");
    }
    String id =
        submissions.once("commitment:" + draft.tenant(), submission, () -> insert(draft, steward));
    return store.find(id).orElseThrow();
  }

  private String insert(CommitmentDraft draft, Viewer steward) {
    Commitment commitment =
        new Commitment(
            Ids.next(),
            draft.tenant(),
            draft.origin(),
            draft.department().id(),
            draft.department().name(),
            draft.owner(),
            draft.officer(),
            draft.dueOn(),
            draft.text(),
            CommitmentState.ACCEPTED,
            clock.instant(),
            null,
            null,
            0);
    store.insert(commitment, steward);
    audit.record(draft.tenant(), steward, "commitment.make", commitment.ref());
    events.publish(new CommitmentMade(commitment.tenant(), commitment.id(), commitment.about()));
    return commitment.id();
  }

  /**
   * The commitment that somebody says something about.
   *
   * @param seen the version it is based on, null to skip the comparison
   * @param submission makes a repeated sending count once
   */
  public record On(
      TenantId tenant, String id, @Nullable Integer seen, @Nullable String submission, Viewer by) {}

  /**
   * Reports how far a commitment is; the same submission counts once.
   *
   * @param state the step reached, null to leave it
   * @param note a sentence for everybody, null for none
   * @throws Problem 403 for anybody but its officer and the stewards, 404, 409 if somebody else was
   *     faster or it is kept
   */
  @Transactional
  public Commitment report(On on, @Nullable CommitmentState state, @Nullable String note) {
    once(on, "report", () -> reportAnew(on, state, note));
    return get(on.tenant(), on.id(), on.by());
  }

  private void reportAnew(On on, @Nullable CommitmentState state, @Nullable String note) {
    Commitment before = forChange(on);
    Commitment after = before.moved(state == null ? before.state() : state);
    save(after, on.by(), "commitment.report");
    boolean stepped = after.state() != before.state();
    Progress line =
        store.log(
            new Progress(
                Ids.next(),
                on.id(),
                clock.instant(),
                stepped ? after.state() : null,
                note,
                null,
                null),
            on.by());
    events.publish(new CommitmentProgressed(on.tenant(), on.id(), after.about(), line.id()));
  }

  private void once(On on, String what, Runnable work) {
    submissions.once(
        "commitment." + what + ":" + on.id(),
        on.submission(),
        () -> {
          work.run();
          return on.id();
        });
  }

  /**
   * Moves the due date; the old one and the reason stay in the log.
   *
   * @throws Problem as {@link #report}, and 422 for a date in the past
   */
  @Transactional
  public Commitment reschedule(On on, LocalDate dueOn, @Nullable String reason) {
    once(on, "reschedule", () -> rescheduleAnew(on, dueOn, reason));
    return get(on.tenant(), on.id(), on.by());
  }

  private void rescheduleAnew(On on, LocalDate dueOn, @Nullable String reason) {
    Commitment before = forChange(on);
    if (dueOn.isBefore(today())) {
      throw Problem.invalid("plan.problem.past");
    }
    if (dueOn.equals(before.dueOn())) {
      return;
    }
    Commitment after = before.due(dueOn);
    save(after, on.by(), "commitment.reschedule");
    Progress line =
        store.log(
            new Progress(Ids.next(), on.id(), clock.instant(), null, reason, before.dueOn(), dueOn),
            on.by());
    events.publish(new CommitmentRescheduled(on.tenant(), on.id(), after.about(), line.id()));
  }

  /** The dataset keeps the commitment; called again it changes nothing. */
  @Transactional
  public void keep(String id, Ref dataset) {
    Commitment commitment = store.find(id).orElseThrow();
    if (store.keep(id, dataset, clock.instant())) {
      events.publish(new CommitmentKept(commitment.tenant(), id, commitment.about()));
    }
  }

  private Commitment forChange(On on) {
    on.by().known();
    Commitment commitment = get(on.tenant(), on.id(), on.by());
    if (!mayReport(commitment, on.by())) {
      throw Problem.forbidden("plan.problem.notYours");
    }
    if (on.seen() != null && on.seen() != commitment.version()) {
      throw Problem.conflict("plan.problem.changed");
    }
    return commitment;
  }

  private void save(Commitment commitment, Viewer by, String action) {
    if (!store.update(commitment)) {
      throw Problem.conflict("plan.problem.changed");
    }
    audit.record(commitment.tenant(), by, action, commitment.ref());
  }

  /** Whether the person may report: a steward, the officer named, or one of the same department. */
  boolean mayReport(Commitment commitment, Viewer viewer) {
    if (viewer.has(commitment.tenant(), Role.STEWARD)) {
      return true;
    }
    if (!viewer.has(commitment.tenant(), Role.OFFICER)) {
      return false;
    }
    return Objects.equals(commitment.officer(), viewer.person())
        || departmentOf(commitment.tenant(), viewer)
            .map(commitment.department()::equals)
            .orElse(true);
  }

  /** The department of an officer; empty where the role was granted for the whole tenant. */
  Optional<String> departmentOf(TenantId tenant, Viewer viewer) {
    return people.staff(tenant, Role.OFFICER).stream()
        .filter(member -> member.person().equals(viewer.person()))
        .map(StaffMember::department)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** The officers of a tenant that a commitment can name. */
  public List<StaffMember> officers(TenantId tenant) {
    return people.staff(tenant, Role.OFFICER);
  }

  /**
   * A commitment of the tenant.
   *
   * @throws Problem 404 if the tenant has none of that id
   */
  public Commitment get(TenantId tenant, String id) {
    return store.find(tenant, id).orElseThrow(() -> Problem.notFound("plan.notFound"));
  }

  /**
   * A commitment of the tenant, if the person may know of it: one made for something internal is
   * internal, too.
   *
   * @throws Problem 404 otherwise
   */
  Commitment get(TenantId tenant, String id, Viewer viewer) {
    Commitment commitment = get(tenant, id);
    CommitmentBackground slot = background.getIfAvailable();
    if (slot != null && slot.isInternal(commitment.about()) && !viewer.isStaff(tenant)) {
      throw Problem.notFound("plan.notFound");
    }
    return commitment;
  }

  /** A commitment by its id alone, for handlers of events. */
  public Optional<Commitment> find(String id) {
    return store.find(id);
  }

  /** The commitments made for each of the things, oldest first, in one statement. */
  public Map<Ref, List<Commitment>> about(Collection<Ref> things) {
    return store.about(things).stream().collect(Collectors.groupingBy(Commitment::about));
  }

  /** The public log of several commitments, oldest line first, in one statement. */
  public Map<String, List<Progress>> log(Collection<String> commitments) {
    return store.log(commitments).stream().collect(Collectors.groupingBy(Progress::commitment));
  }

  /** The late commitments of the tenants, the latest due date last. */
  public List<Commitment> overdue(Collection<TenantId> tenants) {
    return store.overdue(tenants, today());
  }

  List<Commitment> of(TenantId tenant) {
    return store.of(tenant);
  }

  List<Commitment> mine(TenantId tenant, Viewer viewer) {
    PersonId person = viewer.known();
    return store.of(tenant).stream()
        .filter(commitment -> person.equals(commitment.officer()))
        .toList();
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone());
  }

  /** What the commitments about a thing call it, when its words changed. */
  @Transactional
  public void retitle(Ref about, String title) {
    store.retitle(about, title);
  }
}

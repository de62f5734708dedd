package org.allmende.wish;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Origin;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Dataset;
import org.allmende.catalog.DatasetId;
import org.allmende.catalog.Datasets;
import org.allmende.catalog.TopicId;
import org.allmende.catalog.Topics;
import org.allmende.comment.Moderation;
import org.allmende.notify.Following;
import org.allmende.plan.Commitment;
import org.allmende.plan.CommitmentDraft;
import org.allmende.plan.Commitments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stewards decide on wishes. Each decision names the version the steward saw; if somebody else
 * decided meanwhile, it is refused and says what the other decided. Deciding on a wish that waits
 * lists it first.
 */
@Component
public class Decisions {

  private final Course course;
  private final WishStore wishes;
  private final SupportStore supports;
  private final NoteStore notes;
  private final MatchStore matches;
  private final PotentialStore potentials;
  private final PromiseStore promises;
  private final Datasets datasets;
  private final Topics topics;
  private final Commitments commitments;
  private final Moderation moderation;
  private final Following following;
  private final Submissions submissions;
  private final Audit audit;
  private final Clock clock;

  Decisions(
      Course course,
      WishStore wishes,
      SupportStore supports,
      NoteStore notes,
      MatchStore matches,
      PotentialStore potentials,
      PromiseStore promises,
      Datasets datasets,
      Topics topics,
      Commitments commitments,
      Moderation moderation,
      Following following,
      Submissions submissions,
      Audit audit,
      Clock clock) {
    this.course = course;
    this.wishes = wishes;
    this.supports = supports;
    this.notes = notes;
    this.matches = matches;
    this.potentials = potentials;
    this.promises = promises;
    this.datasets = datasets;
    this.topics = topics;
    this.commitments = commitments;
    this.moderation = moderation;
    this.following = following;
    this.submissions = submissions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The wish a steward decides on, as that steward saw it.
   *
   * @param seen the version seen; null for programs
   * @param submission makes a repeated sending count once
   */
  public record On(
      TenantId tenant,
      WishId wish,
      @Nullable Integer seen,
      @Nullable String submission,
      Viewer steward) {}

  /** A decision sent twice under one submission key counts once. */
  private void once(On on, String decision, Runnable work) {
    submissions.once(
        "wish." + decision + ":" + on.wish(),
        on.submission(),
        () -> {
          work.run();
          return on.wish().value();
        });
  }

  /** Puts a wish on the public list, or accepts one harvested for the tenant. */
  @Transactional
  public void list(On on) {
    once(
        on,
        "list",
        () -> {
          Wish wish = decided(on);
          course.tie(wish, step(on, StepKind.LISTED));
          note(on, "wish.list");
        });
  }

  /** Says what the wish is about; what people chose teaches the suggestions. */
  @Transactional
  public void classify(On on, @Nullable String topic) {
    Wish wish = decided(on);
    wishes.reword(wish.with(wish.need().about(topic)));
    if (topic != null) {
      topics.chosen(on.tenant(), wish.need().text(), new TopicId(topic));
    }
    Wish moved = course.tie(wish, step(on, StepKind.CHANGED));
    if (topic != null && !topic.equals(wish.need().topic())) {
      course.classified(moved);
    }
    note(on, "wish.classify");
  }

  /** Asks the wisher back. */
  @Transactional
  public void ask(On on, String question) {
    once(
        on,
        "ask",
        () -> {
          Wish wish = decided(on);
          course.tie(wish, step(on, StepKind.ASKED).saying(question));
          note(on, "wish.ask");
        });
  }

  /**
   * Decides that a potential or dataset answers the wish. A published dataset answers it at once.
   *
   * @param choice what was chosen, with the reasons shown to the steward
   * @throws Problem 404 for a target that is not there or not to be seen from this tenant, 409 if
   *     it was chosen before
   */
  @Transactional
  public void match(On on, Choice choice) {
    once(
        on,
        "match",
        () -> {
          Wish wish = listed(on);
          Target target = target(on, choice.target());
          Match match =
              new Match(
                  Ids.next(),
                  wish.id(),
                  choice.target(),
                  target.tenant(),
                  target.title(),
                  target.url(),
                  choice.kind(),
                  choice.gap(),
                  choice.score(),
                  choice.reasons(),
                  on.steward().person(),
                  clock.instant());
          StepKind kind = target.published() ? StepKind.FOUND : StepKind.MATCHED;
          Wish moved =
              course.tie(wish, step(on, kind).about(target.title(), match.ref(), target.url()));
          if (!matches.add(match)) {
            throw Problem.conflict("wish.match.twice", target.title());
          }
          if (choice.target().kind().equals("potential")) {
            following.carryOver(choice.target(), moved.id().ref());
          }
          if (target.published()) {
            following.carryOver(moved.id().ref(), choice.target());
          }
          note(on, "wish.match");
        });
  }

  /** What a steward chose as the answer. */
  public record Choice(
      Ref target,
      MatchKind kind,
      @Nullable String gap,
      @Nullable Integer score,
      List<String> reasons) {}

  private record Target(TenantId tenant, String title, @Nullable String url, boolean published) {}

  private Target target(On on, Ref ref) {
    Optional<Target> found =
        switch (ref.kind()) {
          case "potential" -> potential(on, new PotentialId(ref.id()));
          case "dataset" -> dataset(on, new DatasetId(ref.id()));
          default -> Optional.empty();
        };
    return found.orElseThrow(() -> Problem.notFound("wish.match.noTarget"));
  }

  private Optional<Target> potential(On on, PotentialId id) {
    return Optional.ofNullable(potentials.byIds(List.of(id)).get(id))
        .filter(potential -> potential.isPublic() || potential.tenant().equals(on.tenant()))
        .map(p -> new Target(p.tenant(), p.offer().title(), p.isPublic() ? p.url() : null, false));
  }

  private Optional<Target> dataset(On on, DatasetId id) {
    return datasets
        .find(id)
        .filter(dataset -> dataset.isPublished() || dataset.tenant().equals(on.tenant()))
        .map(Decisions::target);
  }

  private static Target target(Dataset dataset) {
    return new Target(
        dataset.tenant(),
        dataset.title(),
        dataset.isPublished() ? dataset.url() : null,
        dataset.isPublished());
  }

  /** Refuses a wish; the reason is public. */
  @Transactional
  public void refuse(On on, RefusalCode code, String reason) {
    once(
        on,
        "refuse",
        () -> {
          Wish wish = decided(on);
          course.tie(wish, step(on, StepKind.REFUSED).because(code).saying(reason));
          note(on, "wish.refuse");
        });
  }

  /** Takes a refusal back, as after an objection; the refusal stays on the thread. */
  @Transactional
  public void reopen(On on, String reason) {
    once(
        on,
        "reopen",
        () -> {
          Wish wish = decided(on);
          course.tie(wish, step(on, StepKind.REOPENED).saying(reason));
          note(on, "wish.reopen");
        });
  }

  /** Offers the wish to another tenant, which takes it over or hands it back. */
  @Transactional
  public void forward(On on, TenantId to, @Nullable String reason) {
    once(
        on,
        "forward",
        () -> {
          Wish wish = listed(on);
          if (wish.carrier().equals(to)) {
            throw Problem.invalid("wish.forward.self");
          }
          wishes.offer(wish.id(), to);
          course.tie(
              wish,
              step(on, StepKind.FORWARDED)
                  .about(to.slug(), new Ref("tenant", to.slug()), null)
                  .saying(reason));
          note(on, "wish.forward");
        });
  }

  /** Accepts a forwarded wish; from now on this tenant decides on it. */
  @Transactional
  public void takeOver(On on) {
    once(
        on,
        "takeOver",
        () -> {
          Wish wish = offered(on);
          wishes.carry(wish.id(), on.tenant());
          moderation.carry(wish.id().ref(), on.tenant());
          course.tie(wish, step(on, StepKind.TAKEN_OVER));
          note(on, "wish.takeOver");
        });
  }

  /** Gives a forwarded wish back, with a public reason. */
  @Transactional
  public void handBack(On on, String reason) {
    once(
        on,
        "handBack",
        () -> {
          Wish wish = offered(on);
          wishes.offer(wish.id(), null);
          course.tie(wish, step(on, StepKind.HANDED_BACK).saying(reason));
          note(on, "wish.handBack");
        });
  }

  private Wish offered(On on) {
    on.steward().require(on.tenant(), Role.STEWARD);
    Wish wish = course.lock(on.tenant(), on.wish(), on.seen());
    if (!on.tenant().equals(wish.offeredTo())) {
      throw Problem.conflict("wish.forward.gone");
    }
    return wish;
  }

  /** Promises the data: who, until when. */
  @Transactional
  public Commitment commit(On on, CommitmentDraft draft) {
    on.steward().require(on.tenant(), Role.STEWARD);
    String id =
        submissions.once("wish.commit:" + on.wish(), on.submission(), () -> commitAnew(on, draft));
    return commitments.get(on.tenant(), id);
  }

  private String commitAnew(On on, CommitmentDraft draft) {
    Wish wish = listed(on);
    Commitment commitment = commitments.promise(draft, null, on.steward());
    promises.add(
        new Promise(
            commitment.id(),
            wish.id(),
            commitment.departmentName(),
            commitment.dueOn(),
            null,
            clock.instant()));
    course.tie(
        wish,
        step(on, StepKind.COMMITTED)
            .about(commitment.departmentName(), commitment.ref(), commitment.url())
            .once("commitment:" + commitment.id()));
    note(on, "wish.commit");
    return commitment.id();
  }

  /** What a commitment for the wish is about. */
  public Origin origin(TenantId tenant, WishId id, Viewer viewer) {
    Wish wish = wishes.find(tenant, id).orElseThrow(() -> Problem.notFound("wish.notFound"));
    return new Origin(wish.need().title(), wish.url(), id.ref());
  }

  /** Merges a wish into an equal one: its people and notes move, its address leads there. */
  @Transactional
  public void merge(On on, WishId into) {
    once(
        on,
        "merge",
        () -> {
          Wish wish = decided(on);
          Wish target = course.lock(on.tenant(), into);
          if (into.equals(on.wish()) || target.state() == WishState.MERGED) {
            throw Problem.invalid("wish.merge.self");
          }
          if (wish.visibility() != target.visibility()) {
            throw Problem.conflict("wish.merge.internal");
          }
          supports.moveAll(wish.id(), into);
          notes.moveAll(wish.id(), into);
          following.carryOver(wish.id().ref(), into.ref());
          wishes.mergeInto(wish.id(), into);
          course.tie(
              wish,
              step(on, StepKind.MERGED).about(target.need().title(), into.ref(), target.url()));
          course.tie(
              target,
              step(on, StepKind.JOINED).about(wish.need().title(), wish.id().ref(), wish.url()));
          note(on, "wish.merge");
        });
  }

  private Wish decided(On on) {
    on.steward().require(on.tenant(), Role.STEWARD);
    Wish wish = course.lock(on.tenant(), on.wish(), on.seen());
    if (!wish.carrier().equals(on.tenant())) {
      throw Problem.forbidden("wish.notCarrier");
    }
    return wish;
  }

  private Wish listed(On on) {
    Wish wish = decided(on);
    return wish.state() == WishState.SUBMITTED ? course.tie(wish, step(on, StepKind.LISTED)) : wish;
  }

  private Step step(On on, StepKind kind) {
    return Step.of(on.wish(), kind, clock.instant(), on.tenant(), on.steward().person());
  }

  private void note(On on, String action) {
    audit.record(on.tenant(), on.steward(), action, on.wish().ref());
  }
}

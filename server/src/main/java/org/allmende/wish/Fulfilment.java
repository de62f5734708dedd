package org.allmende.wish;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.allmende.base.audit.Audit;
import org.allmende.base.event.EventHandler;
import org.allmende.base.id.Origin;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Dataset;
import org.allmende.catalog.DatasetDraft;
import org.allmende.catalog.DatasetId;
import org.allmende.catalog.DatasetPublished;
import org.allmende.catalog.Datasets;
import org.allmende.catalog.TopicId;
import org.allmende.notify.Following;
import org.allmende.plan.Commitment;
import org.allmende.plan.CommitmentRescheduled;
import org.allmende.plan.Commitments;
import org.allmende.reuse.Use;
import org.allmende.reuse.UseReported;
import org.allmende.reuse.Uses;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ties what others do to the thread: a draft that keeps a promise, its publication, a new date, a
 * use.
 */
@Component
public class Fulfilment {

  private final PromiseStore promises;
  private final MatchStore matches;
  private final PotentialStore potentials;
  private final WishStore wishes;
  private final Course course;
  private final Commitments commitments;
  private final Datasets datasets;
  private final Uses uses;
  private final Following following;
  private final Audit audit;
  private final Clock clock;

  Fulfilment(
      PromiseStore promises,
      MatchStore matches,
      PotentialStore potentials,
      WishStore wishes,
      Course course,
      Commitments commitments,
      Datasets datasets,
      Uses uses,
      Following following,
      Audit audit,
      Clock clock) {
    this.promises = promises;
    this.matches = matches;
    this.potentials = potentials;
    this.wishes = wishes;
    this.course = course;
    this.commitments = commitments;
    this.datasets = datasets;
    this.uses = uses;
    this.following = following;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Begins the dataset in which a promise is kept, filled in from wish and potential; a second call
   * leads to the first.
   */
  @Transactional
  public DatasetId begin(TenantId tenant, String commitment, Viewer officer) {
    officer.require(tenant, Role.OFFICER, Role.STEWARD);
    Commitment promised = commitments.get(tenant, commitment);
    Promise promise =
        promises.find(commitment).orElseThrow(() -> Problem.notFound("wish.promise.notFound"));
    Wish wish = course.lock(tenant, promise.wish());
    Promise current = promises.find(commitment).orElse(promise);
    if (current.dataset() != null) {
      return new DatasetId(current.dataset());
    }
    DatasetId dataset = datasets.draft(draft(wish, promised), officer);
    promises.keepIn(commitment, dataset.value());
    audit.record(tenant, officer, "commitment.begin", promise.ref());
    return dataset;
  }

  private DatasetDraft draft(Wish wish, Commitment promised) {
    Optional<Potential> potential = potential(wish.id());
    String title = potential.map(p -> p.offer().title()).orElse(wish.need().title());
    String description = potential.map(p -> p.offer().summary()).orElse("");
    String topic = potential.map(p -> p.offer().topic()).orElse(wish.need().topic());
    return new DatasetDraft(
        promised.tenant(),
        title,
        description,
        topic == null ? null : new TopicId(topic),
        promised.department(),
        List.of(
            new Origin(wish.need().title(), wish.url(), wish.id().ref()),
            new Origin(promised.departmentName(), promised.url(), promised.ref())));
  }

  private Optional<Potential> potential(WishId wish) {
    return matches.of(List.of(wish)).getOrDefault(wish, List.of()).stream()
        .filter(match -> match.target().kind().equals("potential"))
        .map(match -> new PotentialId(match.target().id()))
        .flatMap(id -> potentials.byIds(List.of(id)).values().stream())
        .findFirst();
  }

  /** The dataset of a promise is public: the promise is kept and the wish fulfilled. */
  @Transactional
  public void published(DatasetPublished news) {
    datasets.hold(news.dataset());
    Dataset dataset = datasets.find(news.dataset()).orElseThrow();
    if (news.commitment() != null && isOwn(news.commitment(), dataset.tenant())) {
      promises.keepIn(news.commitment(), dataset.id().value());
    }
    for (Promise promise : promises.keptIn(List.of(dataset.id().value()))) {
      commitments.keep(promise.commitment(), dataset.id().ref());
      fulfil(promise.wish(), dataset);
    }
    matches.wishesOf(List.of(dataset.id().ref())).values().stream()
        .flatMap(List::stream)
        .forEach(wish -> fulfil(wish, dataset));
  }

  /** Nobody keeps another town's promise: a program may name any. */
  private boolean isOwn(String commitment, TenantId tenant) {
    return promises.find(commitment).isPresent()
        && commitments.find(commitment).filter(made -> made.tenant().equals(tenant)).isPresent();
  }

  private void fulfil(WishId id, Dataset dataset) {
    Wish wish = lock(id);
    if (wish != null && wish.state().after(StepKind.PUBLISHED).isPresent()) {
      Wish published =
          course.tie(
              wish,
              Step.of(id, StepKind.PUBLISHED, clock.instant(), dataset.tenant(), null)
                  .about(dataset.title(), dataset.id().ref(), dataset.url())
                  .once("dataset:" + dataset.id()));
      following.carryOver(id.ref(), dataset.id().ref());
      tieEarlyUses(published, dataset);
    }
  }

  /** Somebody was quicker with a use than this handler with the publication. */
  private void tieEarlyUses(Wish wish, Dataset dataset) {
    Wish current = wish;
    for (Use use : uses.of(List.of(dataset.id())).getOrDefault(dataset.id(), List.of())) {
      current = tie(current, use);
    }
  }

  private Wish tie(Wish wish, Use use) {
    return course.tie(
        wish,
        Step.of(wish.id(), StepKind.USED, clock.instant(), use.tenant(), null)
            .about(use.title(), use.ref(), use.url())
            .once(use.ref().toString()));
  }

  /** Somebody uses the dataset that answers the wish. */
  @Transactional
  public void used(UseReported news) {
    Use use = uses.find(news.use()).orElse(null);
    if (use == null) {
      return;
    }
    // Whichever of publication and use is handled second sees the first.
    datasets.hold(news.dataset());
    List<Wish> answered =
        answeredBy(List.of(news.dataset())).getOrDefault(news.dataset().ref(), List.of());
    for (Wish known : answered) {
      Wish wish = lock(known.id());
      if (wish != null && wish.state().after(StepKind.USED).isPresent()) {
        var _ = tie(wish, use);
      }
    }
  }

  /** The wishes that each dataset answers, by promise or by match. */
  Map<Ref, List<Wish>> answeredBy(Collection<DatasetId> datasets) {
    Map<Ref, Set<WishId>> ids = new LinkedHashMap<>();
    promises
        .keptIn(datasets.stream().map(DatasetId::value).toList())
        .forEach(promise ->
            ids.computeIfAbsent(
                    new DatasetId(String.valueOf(promise.dataset())).ref(),
                    ref -> new LinkedHashSet<>())
                .add(promise.wish()));
    matches
        .wishesOf(datasets.stream().map(DatasetId::ref).toList())
        .forEach(
            (ref, some) -> ids.computeIfAbsent(ref, key -> new LinkedHashSet<>()).addAll(some));
    Map<WishId, Wish> found =
        wishes.byIds(ids.values().stream().flatMap(Set::stream).distinct().toList());
    Map<Ref, List<Wish>> answered = new LinkedHashMap<>();
    ids.forEach((ref, some) ->
        answered.put(ref, some.stream().map(found::get).filter(Objects::nonNull).toList()));
    return answered;
  }

  /** The wish a promise was made for. */
  Optional<Wish> promisedTo(Promise promise) {
    return Optional.ofNullable(wishes.byIds(List.of(promise.wish())).get(promise.wish()));
  }

  /** The date of a promise was moved: the list and the followers learn of it. */
  @Transactional
  public void rescheduled(CommitmentRescheduled news) {
    Optional<Promise> promise = promises.find(news.commitment());
    Commitment commitment = commitments.get(news.tenant(), news.commitment());
    if (promise.isEmpty()) {
      return;
    }
    Wish wish = lock(promise.get().wish());
    promises.reschedule(news.commitment(), commitment.dueOn());
    if (wish != null && wish.state() == WishState.COMMITTED) {
      course.tie(
          wish,
          Step.of(wish.id(), StepKind.RESCHEDULED, clock.instant(), news.tenant(), null)
              .about(commitment.departmentName(), commitment.ref(), commitment.url())
              .once("progress:" + news.progress()));
    }
  }

  private @Nullable Wish lock(WishId id) {
    Wish wish = wishes.byIds(List.of(id)).get(id);
    return wish == null ? null : wishes.lock(wish.tenant(), id).orElse(null);
  }

  @Bean
  static EventHandler<DatasetPublished> tieDataset(@Lazy Fulfilment fulfilment) {
    return EventHandler.on("wish.tieDataset", DatasetPublished.class, fulfilment::published);
  }

  @Bean
  static EventHandler<UseReported> tieUse(@Lazy Fulfilment fulfilment) {
    return EventHandler.on("wish.tieUse", UseReported.class, fulfilment::used);
  }

  @Bean
  static EventHandler<CommitmentRescheduled> tieNewDate(@Lazy Fulfilment fulfilment) {
    return EventHandler.on("wish.tieNewDate", CommitmentRescheduled.class, fulfilment::rescheduled);
  }
}

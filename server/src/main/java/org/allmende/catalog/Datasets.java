package org.allmende.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.event.Events;
import org.allmende.base.i18n.Message;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.comment.Moderation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The datasets of all tenants: prepared by departments, checked by stewards, read by everybody. */
@Component
public class Datasets {

  private final DatasetStore store;
  private final FileStore files;
  private final DatasetIndex index;
  private final Topics topics;
  private final Moderation moderation;
  private final Submissions submissions;
  private final Events events;
  private final Audit audit;
  private final Clock clock;

  Datasets(
      DatasetStore store,
      FileStore files,
      DatasetIndex index,
      Topics topics,
      Moderation moderation,
      Submissions submissions,
      Events events,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.files = files;
    this.index = index;
    this.topics = topics;
    this.moderation = moderation;
    this.submissions = submissions;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** Begins a dataset. Who may do so is decided by the caller. */
  @Transactional
  public DatasetId draft(DatasetDraft draft, Viewer by) {
    return create(draft.tenant(), draft.metadata(), draft, by);
  }

  /** Begins a dataset of which more is known; a repeated submission creates nothing. */
  @Transactional
  public DatasetId draft(
      TenantId tenant, Metadata metadata, @Nullable String submission, Viewer by) {
    by.require(tenant, Role.OFFICER, Role.STEWARD);
    return new DatasetId(
        submissions.once(
            "catalog.dataset", submission, () -> create(tenant, metadata, null, by).value()));
  }

  private DatasetId create(
      TenantId tenant, Metadata metadata, @Nullable DatasetDraft draft, Viewer by) {
    Instant now = clock.instant();
    var dataset =
        new Dataset(
            new DatasetId(Ids.next()),
            tenant,
            metadata,
            new DatasetState.Draft(now, by.person()),
            draft == null ? List.of() : draft.origins(),
            now,
            now,
            null,
            1);
    store.insert(dataset);
    learn(dataset, metadata);
    audit.record(tenant, by, "dataset.draft", dataset.id().ref());
    return dataset.id();
  }

  /** Makes whoever else holds the dataset wait until this transaction ends; readers go on. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(DatasetId id) {
    store.hold(id);
  }

  /**
   * A dataset of any tenant, whatever its state; what may be shown of it is the caller's to decide.
   */
  public Optional<Dataset> find(DatasetId id) {
    return store.find(List.of(id)).stream().findFirst();
  }

  /** The same for many. */
  public List<Dataset> find(Collection<DatasetId> ids) {
    return store.find(ids);
  }

  /**
   * A dataset as the reader may know it.
   *
   * @throws Problem 404 if the tenant has none of that id, or none the reader may know of
   */
  public Dataset get(TenantId tenant, DatasetId id, Viewer viewer) {
    return store
        .find(tenant, id)
        .filter(dataset -> dataset.isKnown() || maySeeDesk(tenant, viewer))
        .orElseThrow(() -> Problem.notFound("catalog.notFound"));
  }

  /**
   * A dataset to work on.
   *
   * @throws Problem 404 if the tenant has none of that id; 403 without a role for it
   */
  public Dataset atDesk(TenantId tenant, DatasetId id, Viewer viewer) {
    viewer.require(tenant, Role.OFFICER, Role.STEWARD);
    return get(tenant, id, viewer);
  }

  /** What the tenant's staff works on; what waits for the steward first. */
  public List<Dataset> desk(TenantId tenant, Viewer viewer) {
    viewer.require(tenant, Role.OFFICER, Role.STEWARD);
    return store.desk(tenant, 500);
  }

  /** Published datasets. */
  public List<Dataset> list(DatasetQuery query) {
    return store.published(query);
  }

  public int count(DatasetQuery query) {
    return store.countPublished(query);
  }

  /** How many published datasets of the tenant each topic has, most first. */
  public Map<TopicId, Integer> topics(TenantId tenant) {
    return store.topics(tenant);
  }

  /**
   * Changes what is said about a dataset.
   *
   * @param version the one the change was made from
   * @throws Problem 409 if somebody else changed it meanwhile, or a steward hid it
   */
  @Transactional
  public void describe(Dataset dataset, Metadata metadata, int version, Viewer by) {
    requireEditor(dataset, by);
    if (moderation.isHidden(dataset.id().ref())) {
      throw Problem.conflict("catalog.edit.hidden");
    }
    if (!store.update(dataset.id(), metadata, version, clock.instant())) {
      throw Problem.conflict("catalog.changedMeanwhile");
    }
    if (!Objects.equals(dataset.metadata().topic(), metadata.topic())) {
      learn(dataset, metadata);
    }
    audit.record(dataset.tenant(), by, "dataset.describe", dataset.id().ref());
    if (dataset.isPublished()) {
      store.find(dataset.tenant(), dataset.id()).ifPresent(index::put);
    }
  }

  /** The topic that people choose for a title teaches the suggestions. */
  private void learn(Dataset dataset, Metadata metadata) {
    if (metadata.topic() != null) {
      topics.chosen(dataset.tenant(), metadata.title(), metadata.topic());
    }
  }

  /**
   * Hands a dataset in.
   *
   * @throws Problem 422 naming what is missing
   */
  @Transactional
  public void submit(Dataset dataset, Viewer by) {
    by.require(dataset.tenant(), Role.OFFICER, Role.STEWARD);
    if (dataset.isPublished() || dataset.state() instanceof DatasetState.Withdrawn) {
      throw Problem.conflict("catalog.submit.notNow");
    }
    Map<String, Message> missing = missing(dataset);
    if (!missing.isEmpty()) {
      throw Problem.invalid(missing);
    }
    move(dataset, new DatasetState.Submitted(clock.instant(), by.person()), "dataset.submit", by);
    events.publish(new DatasetSubmitted(dataset.tenant(), dataset.id()));
  }

  /** Hands a dataset back to the department, with the reason. */
  @Transactional
  public void sendBack(Dataset dataset, String reason, Viewer steward) {
    steward.require(dataset.tenant(), Role.STEWARD);
    if (!(dataset.state() instanceof DatasetState.Submitted)) {
      throw Problem.conflict("catalog.sendBack.notNow");
    }
    move(
        dataset,
        new DatasetState.SentBack(clock.instant(), steward.person(), reason),
        "dataset.sendBack",
        steward);
  }

  /**
   * Makes a dataset, or the newest versions of its files, public.
   *
   * @throws Problem 422 naming every check that was not answered with yes and everything that is
   *     missing; 409 if the steward saw another version than there is now
   */
  @Transactional
  public void publish(Dataset dataset, Publication publication, Viewer steward) {
    steward.require(dataset.tenant(), Role.STEWARD);
    submissions.once(
        "catalog.publication",
        publication.submission() == null ? null : dataset.id() + "/" + publication.submission(),
        () -> {
          publishOnce(dataset, publication, steward);
          return dataset.id().value();
        });
  }

  private void publishOnce(Dataset dataset, Publication publication, Viewer steward) {
    if (dataset.state() instanceof DatasetState.Withdrawn) {
      throw Problem.conflict("catalog.publish.withdrawn");
    }
    if (dataset.isPublished() && files.waiting(dataset.id()) == 0) {
      throw Problem.conflict("catalog.publish.already");
    }
    if (!publication.isFor(dataset)) {
      throw Problem.conflict("catalog.changedMeanwhile");
    }
    Map<String, Message> missing = missing(dataset);
    for (PublicationCheck.Kind kind : PublicationCheck.Kind.values()) {
      if (!publication.has(kind)) {
        missing.put("checks." + kind.key(), Message.of("catalog.check.missing." + kind.key()));
      }
    }
    if (!missing.isEmpty()) {
      throw Problem.invalid(missing);
    }
    Instant now = clock.instant();
    for (PublicationCheck.Kind kind : PublicationCheck.Kind.values()) {
      store.check(dataset.id(), new PublicationCheck(kind, now, steward.person()));
    }
    files.publish(dataset.id(), now);
    move(dataset, new DatasetState.Published(now, steward.person()), "dataset.publish", steward);
    store.find(dataset.tenant(), dataset.id()).ifPresent(index::put);
    events.publish(new DatasetPublished(dataset.tenant(), dataset.id(), publication.commitment()));
  }

  /** Takes a published dataset back; its page stays and says why. */
  @Transactional
  public void withdraw(Dataset dataset, String reason, Viewer steward) {
    steward.require(dataset.tenant(), Role.STEWARD);
    if (!dataset.isPublished()) {
      throw Problem.conflict("catalog.withdraw.notNow");
    }
    move(
        dataset,
        new DatasetState.Withdrawn(clock.instant(), steward.person(), reason),
        "dataset.withdraw",
        steward);
    index.remove(dataset);
    events.publish(new DatasetWithdrawn(dataset.tenant(), dataset.id()));
  }

  /** The questions answered with yes when the dataset went public. */
  public List<PublicationCheck> checks(DatasetId dataset) {
    return store.checks(dataset);
  }

  /** What must still be filled in before the dataset can be handed in, by field. */
  Map<String, Message> missing(Dataset dataset) {
    Metadata metadata = dataset.metadata();
    Map<String, Message> missing = new LinkedHashMap<>();
    if (files.newest(List.of(dataset.id())).isEmpty()) {
      missing.put("file", Message.of("catalog.missing.file"));
    }
    if (metadata.description().isBlank()) {
      missing.put("description", Message.of("catalog.missing.description"));
    }
    if (metadata.department() == null) {
      missing.put("department", Message.of("catalog.missing.department"));
    }
    if (metadata.license() == null) {
      missing.put("license", Message.of("catalog.missing.license"));
    }
    if (metadata.contact() == null || !metadata.contact().reachable()) {
      missing.put("contact", Message.of("catalog.missing.contact"));
    }
    return missing;
  }

  private void move(Dataset dataset, DatasetState state, String action, Viewer by) {
    if (!store.move(dataset.id(), state, dataset.version())) {
      throw Problem.conflict("catalog.changedMeanwhile");
    }
    audit.record(dataset.tenant(), by, action, dataset.id().ref());
  }

  /** What is public is changed by stewards only. */
  static void requireEditor(Dataset dataset, Viewer by) {
    if (dataset.isKnown()) {
      by.require(dataset.tenant(), Role.STEWARD);
    } else {
      by.require(dataset.tenant(), Role.OFFICER, Role.STEWARD);
    }
  }

  private static boolean maySeeDesk(TenantId tenant, Viewer viewer) {
    return viewer.has(tenant, Role.OFFICER, Role.STEWARD);
  }

  /** What datasets call a thing they came from, when its words changed. */
  @Transactional
  public void retitleOrigins(Ref origin, String title) {
    store.retitleOrigins(origin, title);
  }
}

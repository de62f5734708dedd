package org.allmende.reuse;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.event.Events;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Dataset;
import org.allmende.catalog.DatasetId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What published datasets are used for. */
@Component
public class Uses {

  private final UseStore store;
  private final Submissions submissions;
  private final Events events;
  private final Audit audit;
  private final Clock clock;

  Uses(UseStore store, Submissions submissions, Events events, Audit audit, Clock clock) {
    this.store = store;
    this.submissions = submissions;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Reports a use.
   *
   * @throws Problem 409 if the dataset is not published, 403 for an internal use by somebody who is
   *     not of the staff
   */
  @Transactional
  public Use report(Dataset dataset, NewUse use, @Nullable String submission, Viewer by) {
    if (!dataset.isPublished()) {
      throw Problem.conflict("reuse.problem.notPublished");
    }
    if (use.kind() == UseKind.INTERNAL) {
      by.require(dataset.tenant(), Role.OFFICER, Role.STEWARD);
    }
    String id = submissions.once("use:" + dataset.id(), submission, () -> insert(dataset, use, by));
    return store.find(id).orElseThrow();
  }

  private String insert(Dataset dataset, NewUse fresh, Viewer by) {
    Use use =
        new Use(
            Ids.next(),
            dataset.tenant(),
            dataset.id(),
            fresh.kind(),
            fresh.title(),
            fresh.url(),
            fresh.department(),
            clock.instant());
    store.insert(use, by);
    audit.record(use.tenant(), by, "use.report", use.ref());
    events.publish(new UseReported(use.tenant(), use.id(), use.dataset()));
    return use.id();
  }

  /** Takes a use off the page, with a reason for the log. */
  @Transactional
  public void remove(TenantId tenant, String id, String reason, Viewer steward) {
    steward.require(tenant, Role.STEWARD);
    if (!store.remove(tenant, id, reason, clock.instant())) {
      throw Problem.notFound("reuse.notFound");
    }
    audit.record(tenant, steward, "use.remove", new Ref("use", id));
  }

  /** The uses of each dataset, oldest first, in one statement. */
  public Map<DatasetId, List<Use>> of(Collection<DatasetId> datasets) {
    return store.of(datasets).stream().collect(Collectors.groupingBy(Use::dataset));
  }

  /** A use by its id alone, for handlers of events. */
  public Optional<Use> find(String id) {
    return store.find(id);
  }
}

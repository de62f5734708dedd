package org.allmende.workshop;

import java.time.Clock;
import java.util.List;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Talks, slides, reports and links of a workshop, public at once or with its results. */
@Component
class Materials {

  private static final int MOST = 50;

  private final MaterialStore store;
  private final WorkshopStore workshops;
  private final Submissions submissions;
  private final Audit audit;
  private final Clock clock;

  Materials(
      MaterialStore store,
      WorkshopStore workshops,
      Submissions submissions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.workshops = workshops;
    this.submissions = submissions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the viewer may see, in the order it was added. */
  List<Material> of(Workshop workshop, Viewer viewer) {
    boolean leads = Workshops.leads(workshop, viewer);
    return store.of(workshop.id()).stream()
        .filter(material -> material.isVisible(workshop, leads))
        .toList();
  }

  /**
   * One of them.
   *
   * @throws Problem 404 if the viewer may see none of the id
   */
  Material get(Workshop workshop, String id, Viewer viewer) {
    return of(workshop, viewer).stream()
        .filter(material -> material.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("workshop.material.unknown"));
  }

  /** Adds it and returns its id; the same submission adds it once. */
  @Transactional
  public String add(Workshop workshop, Material material, @Nullable String submission, Viewer by) {
    Workshops.requireLead(workshop, by);
    return submissions.once(
        "workshop material " + workshop.id(),
        submission,
        () -> {
          workshops.lock(workshop.id());
          if (store.of(workshop.id()).size() >= MOST) {
            throw Problem.conflict("workshop.material.full", MOST);
          }
          store.insert(material, by.person(), clock.instant());
          audit.record(workshop.tenant(), by, "workshop.material", workshop.ref());
          return material.id();
        });
  }

  /** Says since when everybody sees it. */
  @Transactional
  public void show(Workshop workshop, String id, Shown shown, Viewer by) {
    Workshops.requireLead(workshop, by);
    store.show(get(workshop, id, by).id(), shown);
    audit.record(workshop.tenant(), by, "workshop.material", workshop.ref());
  }

  /** Takes it away; its file goes with the next night. */
  @Transactional
  public void remove(Workshop workshop, String id, Viewer by) {
    Workshops.requireLead(workshop, by);
    store.delete(get(workshop, id, by).id());
    audit.record(workshop.tenant(), by, "workshop.material.removal", workshop.ref());
  }
}

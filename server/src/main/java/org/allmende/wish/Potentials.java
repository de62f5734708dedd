package org.allmende.wish;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.comment.Moderation;
import org.allmende.notify.Following;
import org.allmende.tenant.CoHosting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What departments could open: offering, harvesting, changing and finding potentials. */
@Component
public class Potentials {

  private final PotentialStore potentials;
  private final MatchStore matches;
  private final NoteStore notes;
  private final WishDocuments documents;
  private final Following following;
  private final CoHosting coHosting;
  private final Moderation moderation;
  private final Submissions submissions;
  private final Audit audit;
  private final Clock clock;

  Potentials(
      PotentialStore potentials,
      MatchStore matches,
      NoteStore notes,
      WishDocuments documents,
      Following following,
      CoHosting coHosting,
      Moderation moderation,
      Submissions submissions,
      Audit audit,
      Clock clock) {
    this.potentials = potentials;
    this.matches = matches;
    this.notes = notes;
    this.documents = documents;
    this.following = following;
    this.coHosting = coHosting;
    this.moderation = moderation;
    this.submissions = submissions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Offers data of a department. */
  @Transactional
  public PotentialId offer(
      TenantId tenant,
      Potential.Offer offer,
      Visibility visibility,
      @Nullable String submission,
      Viewer officer) {
    officer.require(tenant, Role.OFFICER, Role.STEWARD);
    String id =
        submissions.once(
            "potential",
            submission,
            () -> {
              Potential potential =
                  new Potential(
                      PotentialId.next(),
                      tenant,
                      null,
                      offer,
                      visibility,
                      clock.instant(),
                      officer.person(),
                      null,
                      1,
                      clock.instant());
              potentials.insert(potential);
              documents.put(potential);
              audit.record(tenant, officer, "potential.offer", potential.id().ref());
              return potential.id().value();
            });
    return new PotentialId(id);
  }

  /**
   * Makes a workshop note a potential of the tenant its author named; internal until {@link
   * #releaseFrom}.
   *
   * @throws Problem 409 if the note was harvested before
   */
  @Transactional
  public PotentialId harvest(HarvestedNote note, Viewer facilitator) {
    boolean trusted = coHosting.mayHarvestFor(note.host(), note.tenant());
    Potential potential =
        new Potential(
            PotentialId.next(),
            note.tenant(),
            note.host(),
            Potential.Offer.of(note.text(), note.topic()),
            Visibility.INTERNAL,
            trusted ? clock.instant() : null,
            note.author(),
            note.workshop(),
            1,
            clock.instant());
    potentials.insert(potential);
    documents.put(potential);
    tieNote(potential.id(), note);
    audit.record(note.tenant(), facilitator, "potential.harvest", potential.id().ref());
    return potential.id();
  }

  /**
   * Adds an equal note to a potential.
   *
   * @throws Problem 409 if the note was harvested before
   */
  @Transactional
  public void addNote(PotentialId id, HarvestedNote note, Viewer facilitator) {
    tieNote(id, note);
    audit.record(note.tenant(), facilitator, "potential.addNote", id.ref());
  }

  private void tieNote(PotentialId id, HarvestedNote note) {
    if (!notes.add(id.ref(), note.toSlip())) {
      throw Problem.conflict("wish.note.harvested");
    }
    if (note.author() != null) {
      following.follow(note.author(), id.ref());
    }
  }

  /** Makes all potentials harvested from the workshop public. */
  @Transactional
  public void releaseFrom(Ref workshop, Viewer facilitator) {
    for (Potential potential : potentials.byIds(potentials.release(workshop)).values()) {
      documents.put(potential);
      audit.record(potential.tenant(), facilitator, "potential.release", potential.id().ref());
    }
  }

  /** The potentials harvested from a workshop, live. */
  @Transactional(readOnly = true)
  public List<PotentialRow> fromWorkshop(Ref workshop) {
    return rows(potentials.harvestedFrom(workshop));
  }

  /** Harvested for the tenant and not accepted yet. */
  @Transactional(readOnly = true)
  List<PotentialRow> toBeAccepted(TenantId tenant) {
    return rows(potentials.toBeAccepted(tenant));
  }

  /** The tenant makes a potential harvested for it its own. */
  @Transactional
  public void accept(TenantId tenant, PotentialId id, Viewer steward) {
    steward.require(tenant, Role.STEWARD);
    Potential potential = found(tenant, id);
    potentials.accept(potential.id(), clock.instant());
    put(id);
    audit.record(tenant, steward, "potential.accept", id.ref());
  }

  /** Says more about what is offered; who may see it stays. */
  @Transactional
  public void describe(TenantId tenant, PotentialId id, Potential.Offer offer, Viewer officer) {
    Potential potential = found(tenant, id);
    change(potential.offering(offer, potential.visibility(), potential.version()), officer);
  }

  /**
   * Changes what is offered; what was internal may become public by it.
   *
   * @throws Problem 409 if it is hidden, or changed meanwhile
   */
  @Transactional
  void change(Potential changed, Viewer officer) {
    officer.require(changed.tenant(), Role.OFFICER, Role.STEWARD);
    if (moderation.isHidden(changed.id().ref())) {
      throw Problem.conflict("wish.potential.hidden");
    }
    if (!potentials.change(changed)) {
      throw Problem.conflict("wish.potential.changed");
    }
    put(changed.id());
    audit.record(changed.tenant(), officer, "potential.change", changed.id().ref());
  }

  /** The potential, if the person may see it. */
  @Transactional(readOnly = true)
  Potential get(TenantId tenant, PotentialId id, Viewer viewer) {
    Potential potential = found(tenant, id);
    if (!potential.isPublic() && !viewer.isStaff(tenant)) {
      throw Problem.notFound("wish.potential.notFound");
    }
    return potential;
  }

  private Potential found(TenantId tenant, PotentialId id) {
    return potentials
        .find(tenant, id)
        .orElseThrow(() -> Problem.notFound("wish.potential.notFound"));
  }

  /** All potentials of the tenant for its staff, the public ones for everybody else. */
  @Transactional(readOnly = true)
  List<Potential> list(TenantId tenant, Viewer viewer) {
    return potentials.of(tenant, !viewer.isStaff(tenant));
  }

  private void put(PotentialId id) {
    potentials.byIds(List.of(id)).values().forEach(documents::put);
  }

  private List<PotentialRow> rows(List<Potential> found) {
    Map<Ref, List<WishId>> matched =
        matches.wishesOf(found.stream().map(p -> p.id().ref()).toList());
    return found.stream()
        .map(p ->
            new PotentialRow(
                p.id(),
                p.tenant(),
                p.offer().title(),
                p.url(),
                p.offer().topic(),
                matched.getOrDefault(p.id().ref(), List.of())))
        .toList();
  }
}

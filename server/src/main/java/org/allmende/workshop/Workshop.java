package org.allmende.workshop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.base.id.Origin;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A gathering in which people say what data they need and what they could give.
 *
 * @param tenant its owner
 * @param coHosts the tenants that accepted to carry it too
 * @param place where people meet, null when only online
 * @param onlineUrl where people meet online, null when only in one place
 * @param capacity how many may join
 * @param releasedAt since when its results are public, null before
 * @param canceledAt since when it is called off, null while it is not
 * @param cancelation why it is called off
 * @param version counts changes of what was announced
 * @param agendaVersion counts changes of the agenda
 * @param coLeads who leads this one workshop beside the facilitators of those who carry it
 * @param rehearsing whether those who lead are trying it, and nobody else is let in
 * @param phases the whole agenda in order
 */
public record Workshop(
    WorkshopId id,
    TenantId tenant,
    List<TenantId> coHosts,
    String title,
    @Nullable String place,
    @Nullable String onlineUrl,
    Instant startsAt,
    Instant endsAt,
    int capacity,
    JoinCode joinCode,
    @Nullable Instant releasedAt,
    @Nullable Instant canceledAt,
    @Nullable String cancelation,
    int version,
    int agendaVersion,
    List<PersonId> coLeads,
    boolean rehearsing,
    List<Phase> phases) {

  /** The word for workshops in references. */
  public static final String KIND = "workshop";

  public Ref ref() {
    return id.ref();
  }

  /** Address of a path below the workshop's own page. */
  public String url(String path) {
    return "/" + tenant.slug() + "/workshops/" + id.value() + path;
  }

  public Origin origin() {
    return new Origin(title, url(""), ref());
  }

  public boolean isReleased() {
    return releasedAt != null;
  }

  public boolean isCanceled() {
    return canceledAt != null;
  }

  /** Whether a phase has been opened. */
  public boolean hasBegun() {
    return phases.stream().anyMatch(phase -> phase.state() != PhaseState.PLANNED);
  }

  /** How many lines of the agenda are behind us or going on; they keep their places. */
  int settled() {
    return phases.stream()
        .filter(phase -> phase.state() != PhaseState.PLANNED)
        .mapToInt(phase -> phase.position() + 1)
        .max()
        .orElse(0);
  }

  /** Whether it is still to come or goes on. */
  public boolean isAhead() {
    return !isCanceled() && !isReleased() && !(hasBegun() && isOver());
  }

  /** Owner and co-hosts that accepted. */
  public boolean isCarriedBy(TenantId other) {
    return tenant.equals(other) || coHosts.contains(other);
  }

  /** The phases the room goes through; the rest of the agenda only says what happens when. */
  public List<Phase> steps() {
    return phases.stream().filter(Phase::isStep).toList();
  }

  /** The phases that can be opened, talks without slides too. */
  List<Phase> opening() {
    return phases.stream().filter(Phase::canOpen).toList();
  }

  /** The phases in which notes are written. */
  public List<Phase> collecting() {
    return phases.stream().filter(phase -> phase.kind() == PhaseKind.COLLECT).toList();
  }

  /** The open phase; empty before the first one, between two and after the last one. */
  public Optional<Phase> current() {
    return phases.stream().filter(phase -> phase.state() == PhaseState.OPEN).findFirst();
  }

  /** The step after the open one, or the first one that was never open. */
  public Optional<Phase> next() {
    int position = current().map(Phase::position).orElse(lastClosed());
    return steps().stream().filter(phase -> phase.position() > position).findFirst();
  }

  private int lastClosed() {
    return phases.stream()
        .filter(phase -> phase.state() == PhaseState.CLOSED)
        .mapToInt(Phase::position)
        .max()
        .orElse(-1);
  }

  /** Whether its last step is closed. */
  public boolean isOver() {
    return current().isEmpty() && next().isEmpty();
  }

  /**
   * The line of the id, also one that is no step.
   *
   * @throws Problem 404 if the agenda has no such line
   */
  Phase line(String id) {
    return phases.stream()
        .filter(phase -> phase.key().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("workshop.phase.notFound"));
  }

  /**
   * The phase of the id, which can be opened.
   *
   * @throws Problem 404 if the workshop has no such phase
   */
  Phase step(PhaseId phase) {
    return opening().stream()
        .filter(step -> step.id().equals(phase))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("workshop.phase.notFound"));
  }
}

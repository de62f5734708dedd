package org.allmende.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.allmende.base.id.Origin;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A promise with an owner and a date.
 *
 * @param origin what it is for, handed down by the module that knows it
 * @param department id of the department that promises
 * @param owner the responsible function, public
 * @param officer the person who does it, internal; null while nobody is named
 * @param dueOn the last day on which it is in time
 * @param text what exactly is promised, null if the title says it all
 * @param dataset what kept it, null while it is open
 * @param version counts changes, so that nobody overwrites what he has not seen
 */
public record Commitment(
    String id,
    TenantId tenant,
    Origin origin,
    String department,
    String departmentName,
    String owner,
    @Nullable PersonId officer,
    LocalDate dueOn,
    @Nullable String text,
    CommitmentState state,
    Instant madeAt,
    @Nullable Instant keptAt,
    @Nullable Ref dataset,
    int version) {

  /** Path of its page. */
  public String url() {
    return "/" + tenant.slug() + "/commitments/" + id;
  }

  public Ref ref() {
    return new Ref("commitment", id);
  }

  /** What the commitment is for. */
  public Ref about() {
    return java.util.Objects.requireNonNull(origin.ref());
  }

  public boolean isOpen() {
    return keptAt == null;
  }

  /** Late after the end of its due date. */
  public boolean isLate(LocalDate today) {
    return isOpen() && today.isAfter(dueOn);
  }

  /**
   * The same commitment in another state.
   *
   * @throws Problem 409 if it is kept, 422 for "published", which only the dataset itself can bring
   */
  Commitment moved(CommitmentState next) {
    mustBeOpen();
    if (next == CommitmentState.PUBLISHED) {
      throw Problem.invalid("plan.problem.publish");
    }
    return new Commitment(
        id,
        tenant,
        origin,
        department,
        departmentName,
        owner,
        officer,
        dueOn,
        text,
        next,
        madeAt,
        keptAt,
        dataset,
        version);
  }

  /**
   * The same commitment with another due date.
   *
   * @throws Problem 409 if it is kept
   */
  Commitment due(LocalDate day) {
    mustBeOpen();
    return new Commitment(
        id,
        tenant,
        origin,
        department,
        departmentName,
        owner,
        officer,
        day,
        text,
        state,
        madeAt,
        keptAt,
        dataset,
        version);
  }

  private void mustBeOpen() {
    if (!isOpen()) {
      throw Problem.conflict("plan.problem.kept");
    }
  }
}

package org.allmende.app;

import java.util.List;
import org.allmende.base.id.TenantId;
import org.allmende.plan.CommitmentState;
import org.allmende.wish.Hat;
import org.allmende.wish.MatchKind;
import org.allmende.wish.Need;
import org.allmende.wish.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * A wish as {@code wishes.json} tells it.
 *
 * @param workshop whether it came from the workshop, and is only continued here
 * @param told whether who stated it left an address
 * @param ago how many days ago it was stated
 */
record DemoWish(
    String key,
    String town,
    boolean workshop,
    @Nullable String need,
    @Nullable String purpose,
    @Nullable Hat hat,
    @Nullable String organisation,
    @Nullable String topic,
    boolean told,
    int ago,
    List<Step> steps) {

  TenantId tenant() {
    return new TenantId(town);
  }

  Need toNeed() {
    Need plain = Need.of(need == null ? "" : need, hat == null ? Hat.PRIVATE : hat, topic);
    return new Need(
        plain.text(),
        purpose,
        null,
        null,
        null,
        plain.hat(),
        organisation,
        topic,
        Need.Details.NONE);
  }

  /** What happened to it. */
  enum Act {
    LIST,
    ASK,
    SUPPORT,
    MERGE,
    MATCH,
    FIND,
    COMMIT,
    REPORT,
    RESCHEDULE,
    PUBLISH,
    REFUSE,
    REOPEN,
    FORWARD,
    TAKEOVER,
    WITHDRAW
  }

  /**
   * One thing that happened to it; which fields it has depends on the act.
   *
   * @param by the tenant that did it, null for its own
   * @param due days from today on which it is promised
   */
  record Step(
      int ago,
      Act act,
      @Nullable String by,
      @Nullable List<Group> of,
      @Nullable String into,
      @Nullable String potential,
      @Nullable String dataset,
      @Nullable MatchKind kind,
      @Nullable String gap,
      @Nullable List<String> reasons,
      @Nullable String department,
      @Nullable String owner,
      @Nullable String officer,
      int due,
      @Nullable CommitmentState state,
      @Nullable String note,
      @Nullable RefusalCode code,
      @Nullable String text,
      @Nullable String to) {

    /** The field that the act cannot do without. */
    static <T> T needed(@Nullable T field) {
      if (field == null) {
        throw new IllegalArgumentException("wishes.json lacks a field of a step");
      }
      return field;
    }
  }

  /** People who need the same; some of them left an address. */
  record Group(Hat hat, @Nullable String organisation, int count, int told) {}
}

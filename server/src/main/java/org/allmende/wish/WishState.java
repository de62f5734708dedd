package org.allmende.wish;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a wish stands; follows from its steps and from nothing else. */
public enum WishState {
  SUBMITTED,
  LISTED,
  MATCHED,
  COMMITTED,
  PUBLISHED,
  USED,
  REFUSED,
  FORWARDED,
  MERGED,
  WITHDRAWN;

  private static final Set<WishState> ENDED = EnumSet.of(MERGED, WITHDRAWN);
  private static final Set<WishState> OPEN = EnumSet.of(LISTED, MATCHED);
  private static final Set<WishState> UNDECIDED = EnumSet.of(SUBMITTED, LISTED, MATCHED);

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static WishState of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** Where a step leads from here; empty if it cannot happen here. */
  Optional<WishState> after(StepKind step) {
    WishState next =
        switch (step) {
          case STATED, HARVESTED -> null;
          case LISTED -> this == SUBMITTED ? LISTED : null;
          case CHANGED, ASKED, ANSWERED, JOINED -> ENDED.contains(this) ? null : this;
          case MATCHED -> OPEN.contains(this) ? MATCHED : this == COMMITTED ? COMMITTED : null;
          case FOUND -> OPEN.contains(this) ? PUBLISHED : null;
          case COMMITTED -> OPEN.contains(this) || this == COMMITTED ? COMMITTED : null;
          case RESCHEDULED -> this == COMMITTED ? COMMITTED : null;
          case PUBLISHED ->
              this == USED
                  ? USED
                  : OPEN.contains(this) || this == COMMITTED || this == PUBLISHED
                      ? PUBLISHED
                      : null;
          case USED -> this == PUBLISHED || this == USED ? USED : null;
          case REFUSED -> UNDECIDED.contains(this) || this == COMMITTED ? REFUSED : null;
          case REOPENED -> this == REFUSED ? LISTED : null;
          case FORWARDED -> OPEN.contains(this) ? FORWARDED : null;
          case TAKEN_OVER, HANDED_BACK -> this == FORWARDED ? LISTED : null;
          case MERGED -> UNDECIDED.contains(this) ? MERGED : null;
          case WITHDRAWN -> UNDECIDED.contains(this) || this == FORWARDED ? WITHDRAWN : null;
        };
    return Optional.ofNullable(next);
  }

  /** Where all the steps lead, from the first one. */
  static WishState of(List<StepKind> steps) {
    WishState state = SUBMITTED;
    for (StepKind step : steps.subList(1, steps.size())) {
      WishState from = state;
      state =
          from.after(step)
              .orElseThrow(() -> new IllegalStateException(step + " cannot follow " + from));
    }
    return state;
  }

  /** Whether its data are still to come. */
  boolean isAwaiting() {
    return OPEN.contains(this) || this == COMMITTED || this == FORWARDED;
  }

  /** Whether the wish lies before a steward, not on the public list. */
  boolean isListed() {
    return this != SUBMITTED && !ENDED.contains(this);
  }
}

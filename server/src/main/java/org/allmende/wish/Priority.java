package org.allmende.wish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a wish weighs: benefit divided by effort, each part visible. Whether the law allows it is
 * asked before and never weighed against anything.
 *
 * @param dots one point for each dot given in workshops, at most 12
 * @param support one point for every four people who need it, at most 10
 * @param circles one point for each kind of stakeholder
 * @param internal one point for each colleague of the administration who needs it, two more if a
 *     department is known to use the data, at most 6
 * @param effort what the benefit is divided by: 2 small, 3 medium or unknown, 4 large
 * @param effortSize null if nobody estimated it
 */
record Priority(
    int dots,
    int support,
    int circles,
    int internal,
    int effort,
    Potential.@Nullable Effort effortSize) {

  private static final int MOST_DOTS = 12;
  private static final int MOST_SUPPORT = 10;
  private static final int MOST_INTERNAL = 6;
  private static final int PEOPLE_PER_POINT = 4;
  private static final int KNOWN_USERS = 2;

  static Priority of(
      int dots, int people, Map<Circle, Integer> circles, @Nullable Potential potential) {
    boolean usedInside = potential != null && potential.offer().internalUsers() != null;
    int colleagues =
        circles.getOrDefault(Circle.ADMINISTRATION, 0) + (usedInside ? KNOWN_USERS : 0);
    Potential.Effort size = potential == null ? null : potential.offer().effort();
    return new Priority(
        Math.min(dots, MOST_DOTS),
        Math.min((people + PEOPLE_PER_POINT - 1) / PEOPLE_PER_POINT, MOST_SUPPORT),
        circles.size(),
        Math.min(colleagues, MOST_INTERNAL),
        size == null ? Potential.Effort.M.weight() : size.weight(),
        size);
  }

  int benefit() {
    return dots + support + circles + internal;
  }

  /** Benefit divided by effort, with one decimal. */
  BigDecimal value() {
    return BigDecimal.valueOf(benefit())
        .divide(BigDecimal.valueOf(effort), 1, RoundingMode.HALF_UP);
  }

  /** Whether the law forbids to open these data: personal data that nothing removes. */
  static boolean isBarred(Potential potential) {
    Potential.Offer offer = potential.offer();
    boolean remedied = offer.remedy() != null && offer.remedy() != Potential.Remedy.NONE;
    return offer.personalData() == Potential.PersonalData.PERSONAL && !remedied;
  }
}

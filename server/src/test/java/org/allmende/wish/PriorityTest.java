package org.allmende.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a wish weighs, as a table a steward can check by hand. */
class PriorityTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # dots, people, citizens, colleagues, associations, effort, dots, support, circles, internal, value
          11,     38,     24,       9,          5,            M,      11,   10,      3,       6,        10.0
          9,      21,     15,       6,          0,            S,      9,    6,       2,       6,        11.5
          0,      1,      1,        0,          0,            -,      0,    1,       1,       0,        0.7
          40,     200,    200,      0,          0,            L,      12,   10,      1,       0,        5.8
          """)
  void benefitIsDividedByEffort(
      int givenDots,
      int people,
      int citizens,
      int colleagues,
      int associations,
      Potential.@Nullable Effort effort,
      int dots,
      int support,
      int circles,
      int internal,
      String value) {
    Map<Circle, Integer> counts = new EnumMap<>(Circle.class);
    put(counts, Circle.CITIZENS, citizens);
    put(counts, Circle.ADMINISTRATION, colleagues);
    put(counts, Circle.ASSOCIATIONS, associations);

    Priority priority =
        Priority.of(
            givenDots,
            people,
            counts,
            effort == null ? null : potential(effort, Potential.PersonalData.NONE, null));

    assertThat(priority)
        .isEqualTo(
            new Priority(
                dots, support, circles, internal, effort == null ? 3 : effort.weight(), effort));
    assertThat(priority.value()).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # personal data, remedy,    barred
          PERSONAL,        -,         true
          PERSONAL,        NONE,      true
          PERSONAL,        AGGREGATE, false
          PSEUDONYMOUS,    -,         false
          UNKNOWN,         -,         false
          """)
  void lawIsAskedBefore(
      Potential.PersonalData data, Potential.@Nullable Remedy remedy, boolean barred) {
    assertThat(Priority.isBarred(potential(Potential.Effort.S, data, remedy))).isEqualTo(barred);
  }

  private static void put(Map<Circle, Integer> counts, Circle circle, int count) {
    if (count > 0) {
      counts.put(circle, count);
    }
  }

  private static Potential potential(
      Potential.Effort effort, Potential.PersonalData data, Potential.@Nullable Remedy remedy) {
    Potential.Offer offer =
        new Potential.Offer(
            "Spielplatzkontrolle",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            data,
            List.of(),
            remedy,
            null,
            effort,
            null,
            null,
            false,
            null);
    return new Potential(
        new PotentialId("P"),
        new TenantId("moers"),
        null,
        offer,
        Visibility.PUBLIC,
        Instant.EPOCH,
        null,
        null,
        1,
        Instant.EPOCH);
  }
}

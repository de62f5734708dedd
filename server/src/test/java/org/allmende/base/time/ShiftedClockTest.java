package org.allmende.base.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ShiftedClockTest {
  private static final Instant NEW_YEAR_IN_BERLIN = Instant.parse("2025-12-31T23:30:00Z");

  private final ShiftedClock clock = new ShiftedClock();

  @Test
  void isTheSystemsClockInBerlin() {
    assertThat(Duration.between(clock.instant(), Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(clock.getZone()).hasToString("Europe/Berlin");
    assertThat(ShiftedClock.shift()).isEmpty();
  }

  @Test
  void standsStillInShiftedWork() {
    LocalDate there = ShiftedClock.at(NEW_YEAR_IN_BERLIN, () -> LocalDate.now(clock));
    assertThat(there).isEqualTo("2026-01-01");
    ShiftedClock.at(
        NEW_YEAR_IN_BERLIN,
        () -> assertThat(clock.withZone(ZoneOffset.UTC).instant()).isEqualTo(NEW_YEAR_IN_BERLIN));
    assertThat(clock.instant()).isAfter(NEW_YEAR_IN_BERLIN);
  }
}

package org.allmende.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long an offer holds: counted while people are awake, shorter as the day comes near. */
class OfferTermsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final OfferTerms TERMS = new OfferTerms(48, 12, 5, "08:00", "22:00");

  /** Thursday, 20 March 2031, 14:00; registration ends the evening before. */
  private static final Offering EVENING =
      new Offering(
          new Ref("hall", "1"),
          new TenantId("moers"),
          "Bürgerabend",
          "/moers/halls/1",
          null,
          10,
          5,
          at("2031-01-01T08:00"),
          at("2031-03-19T20:00"),
          at("2031-03-20T14:00"),
          at("2031-03-20T18:00"),
          LocalDate.of(2031, 6, 20));

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    // 48 hours, 14 of them a day
    "2031-03-03T10:00, 2031-03-06T16:00",
    // made at night, it runs from the morning on
    "2031-03-03T23:30, 2031-03-07T14:00",
    "2031-03-04T03:00, 2031-03-07T14:00",
    // within a week of the day: 12 hours
    "2031-03-14T10:00, 2031-03-14T22:00",
    "2031-03-14T18:00, 2031-03-15T16:00",
    // never beyond the end of registration
    "2031-03-19T15:00, 2031-03-19T20:00"
  })
  void holdsAnOffer(String made, String until) {
    assertThat(TERMS.offerUntil(EVENING, at(made), BERLIN)).isEqualTo(at(until));
  }

  @Test
  void holdsNothingOnTheLastDay() {
    assertThat(TERMS.isLastDay(EVENING, at("2031-03-19T13:59"))).isFalse();
    assertThat(TERMS.isLastDay(EVENING, at("2031-03-19T14:00"))).isTrue();
  }
}

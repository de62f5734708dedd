package org.allmende.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long people have to answer. The clock runs while people are awake and stands still at night,
 * so an offer made in the evening does not run out before breakfast.
 */
@Component
class OfferTerms {

  private static final Duration NEAR = Duration.ofDays(7);
  private static final Duration LAST_DAY = Duration.ofHours(24);

  private final Duration usual;
  private final Duration near;
  private final int calledAtOnce;
  private final LocalTime wakes;
  private final LocalTime sleeps;

  OfferTerms(
      @Value("${allmende.offer.hours:48}") int usual,
      @Value("${allmende.offer.hours-near:12}") int near,
      @Value("${allmende.offer.called-at-once:5}") int calledAtOnce,
      @Value("${allmende.offer.wakes:08:00}") String wakes,
      @Value("${allmende.offer.sleeps:22:00}") String sleeps) {
    this.usual = Duration.ofHours(usual);
    this.near = Duration.ofHours(near);
    this.calledAtOnce = calledAtOnce;
    this.wakes = LocalTime.parse(wakes);
    this.sleeps = LocalTime.parse(sleeps);
    if (!this.wakes.isBefore(this.sleeps)) {
      throw new IllegalArgumentException(
          "allmende.offer.wakes must be before allmende.offer.sleeps");
    }
  }

  /** On the last day seats are not held for anybody: whoever accepts first gets them. */
  boolean isLastDay(Offering offering, Instant now) {
    return !now.isBefore(offering.startsAt().minus(LAST_DAY));
  }

  /** How many on the list are asked at once on the last day, per free seat given on. */
  int calledAtOnce() {
    return calledAtOnce;
  }

  /** Until when an offer made now holds. */
  Instant offerUntil(Offering offering, Instant now, ZoneId zone) {
    boolean isNear = !now.isBefore(offering.startsAt().minus(NEAR));
    return earlier(after(isNear ? near : usual, now, zone), offering.lastMoment());
  }

  /** Until when an address has to be confirmed, counted like an offer. */
  Instant confirmBy(Offering offering, Instant now, ZoneId zone) {
    return offerUntil(offering, now, zone);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** The instant by which so many waking hours have passed. */
  private Instant after(Duration waking, Instant from, ZoneId zone) {
    ZonedDateTime at = awake(from.atZone(zone));
    Duration left = waking;
    Duration today = Duration.between(at, at.with(sleeps));
    while (left.compareTo(today) > 0) {
      left = left.minus(today);
      at = at.plusDays(1).with(wakes);
      today = Duration.between(at, at.with(sleeps));
    }
    return at.plus(left).toInstant();
  }

  private ZonedDateTime awake(ZonedDateTime at) {
    if (at.toLocalTime().isBefore(wakes)) {
      return at.with(wakes);
    }
    return at.toLocalTime().isBefore(sleeps) ? at : at.plusDays(1).with(wakes);
  }
}

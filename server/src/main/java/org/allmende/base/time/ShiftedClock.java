package org.allmende.base.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The system's clock, except for work that is done {@linkplain #at(Instant, Runnable) at another
 * instant}: there time stands still, so that what is told about the past is reproducible.
 */
@Component
public final class ShiftedClock extends Clock {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ScopedValue<Instant> SHIFT = ScopedValue.newInstance();

  private final ZoneId zone;

  public ShiftedClock() {
    this(BERLIN);
  }

  private ShiftedClock(ZoneId zone) {
    this.zone = zone;
  }

  /** Runs the work as if it were done at that instant; events published by it carry the instant. */
  public static void at(Instant instant, Runnable work) {
    ScopedValue.where(SHIFT, instant).run(work);
  }

  /** Does the work as if at that instant and returns its result. */
  public static <T, X extends Throwable> T at(
      Instant instant, ScopedValue.CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(SHIFT, instant).<T, X>call(work);
  }

  /** The instant this thread's work is shifted to, if it is. */
  public static Optional<Instant> shift() {
    return SHIFT.isBound() ? Optional.of(SHIFT.get()) : Optional.empty();
  }

  /** In microseconds like the database, so that what was written reads back equal. */
  @Override
  public Instant instant() {
    return shift().orElseGet(Instant::now).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new ShiftedClock(other);
  }
}

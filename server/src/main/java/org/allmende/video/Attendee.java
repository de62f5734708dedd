package org.allmende.video;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.allmende.base.id.PersonId;
import org.allmende.base.live.Allowance;
import org.allmende.base.live.Outbox;
import org.jspecify.annotations.Nullable;

/** One open line of somebody, and where the person is; kept by a {@link Gathering}. */
final class Attendee {

  private static final RandomGenerator RANDOM = new SecureRandom();

  /** What JavaScript and Janus can count. */
  private static final long IDS = 1L << 52;

  /** Connecting to many at once is much to say. */
  private static final int BURST = 400;

  private static final int PER_SECOND = 20;

  private final long id = RANDOM.nextLong(1, IDS);
  private final Allowance allowance = new Allowance(BURST, PER_SECOND);
  private final MediaGuest guest;
  private final Locale locale;
  private final Outbox outbox;
  private final @Nullable Integer voice;
  private @Nullable Integer visiting;
  private int group = Seating.NOWHERE;
  private int entry;
  private boolean waiting;
  private List<String> with = List.of();
  private @Nullable List<Integer> voices;
  private Showing showing = Showing.NOTHING;

  /**
   * @param voice the group into which the line only speaks for somebody who leads; null for the
   *     line of somebody who is there
   */
  Attendee(MediaGuest guest, Locale locale, Outbox outbox, @Nullable Integer voice) {
    this.guest = guest;
    this.locale = locale;
    this.outbox = outbox;
    this.voice = voice;
  }

  /** Names the line to others; a number, because Janus wants one. */
  long number() {
    return id;
  }

  String id() {
    return Long.toString(id);
  }

  MediaGuest guest() {
    return guest;
  }

  Locale locale() {
    return locale;
  }

  Outbox outbox() {
    return outbox;
  }

  Allowance allowance() {
    return allowance;
  }

  /** Whether it is a voice alone: it takes no place, and hears and sees nobody. */
  boolean isVoice() {
    return voice != null;
  }

  /** Whether another line is of the same person and for the same. */
  boolean isSame(Attendee other) {
    return guest.person().equals(other.guest.person()) && Objects.equals(voice, other.voice);
  }

  /** Where the line belongs now; null if it has to end. */
  @Nullable Integer place(Seating seating) {
    PersonId person = guest.person();
    if (voice == null) {
      return seating.place(person, visiting);
    }
    return seating.voices(person, Seating.NOWHERE).contains(voice) ? voice : null;
  }

  /** The groups into which the person may speak besides; false if it was told of the same. */
  boolean maySpeakTo(List<Integer> groups) {
    boolean others = !isVoice() && !groups.equals(voices);
    voices = groups;
    return others;
  }

  /** The group somebody who leads wants to be in, null for the own place. */
  void wantsToVisit(@Nullable Integer other) {
    visiting = other;
  }

  int group() {
    return group;
  }

  /** Whether the room was full when the person came. */
  boolean isWaiting() {
    return waiting;
  }

  void isIn(int other, boolean waits) {
    group = other;
    waiting = waits;
    entry++;
  }

  /** For whom besides the person the room is kept, if it is that of a pair. */
  List<String> with() {
    return with;
  }

  void belongsWith(List<String> others) {
    with = others;
  }

  /** Counts the rooms the person was in; what was said in an earlier one is too late. */
  int entry() {
    return entry;
  }

  boolean isTalkingIn(int other) {
    return group == other && !waiting;
  }

  Showing showing() {
    return showing;
  }

  void shows(Showing now) {
    showing = now;
  }

  MediaMessage.Person view() {
    return new MediaMessage.Person(
        id(), guest.name(), showing.microphone(), showing.camera(), showing.screen(), isVoice());
  }
}

package org.allmende.video;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The lines of one gathering and the rooms they are in; what it says, it says under its lock. */
final class Gathering {

  private final Ref ref;
  private final MediaProvider provider;
  private final Texts texts;
  private final JsonMapper json;
  private final ReentrantLock lock = new ReentrantLock();

  /** Held from asking who belongs where until all are there, so that a later answer wins. */
  private final ReentrantLock arranging = new ReentrantLock();

  private final Map<String, Attendee> attendees = new LinkedHashMap<>();

  Gathering(Ref ref, MediaProvider provider, Texts texts, JsonMapper json) {
    this.ref = ref;
    this.provider = provider;
    this.texts = texts;
    this.json = json;
  }

  Ref ref() {
    return ref;
  }

  boolean isEmpty() {
    return attendees.isEmpty();
  }

  /** Lets somebody in; another line of the same person for the same ends. */
  void enter(Attendee who, int group) {
    locked(() -> {
      List.copyOf(attendees.values()).stream()
          .filter(who::isSame)
          .forEach(other -> dismiss(other, "video.bye.elsewhere"));
      attendees.put(who.id(), who);
      come(who, group);
    });
  }

  void leave(Attendee who) {
    locked(() -> {
      if (attendees.remove(who.id()) != null) {
        go(who);
      }
    });
  }

  /** Puts everybody where they belong now. */
  void arrange(Function<Set<PersonId>, Seating> ask) {
    arranging.lock();
    try {
      Set<PersonId> asked = people();
      Seating seating = ask.apply(asked);
      locked(() -> arrange(asked, seating));
    } finally {
      arranging.unlock();
    }
  }

  private Set<PersonId> people() {
    lock.lock();
    try {
      return attendees.values().stream()
          .map(who -> who.guest().person())
          .collect(Collectors.toSet());
    } finally {
      lock.unlock();
    }
  }

  /** Whoever came after the question was put has an own answer. */
  private void arrange(Set<PersonId> asked, Seating seating) {
    Map<Attendee, Integer> moves = new LinkedHashMap<>();
    List<Attendee> known =
        attendees.values().stream().filter(who -> asked.contains(who.guest().person())).toList();
    for (Attendee who : known) {
      Integer place = who.place(seating);
      if (place == null) {
        dismiss(who, who.isVoice() ? "video.bye.voice" : "video.bye.stranger");
      } else if (place != who.group()) {
        moves.put(who, place);
        who.belongsWith(seating.with(who.guest().person()));
      }
    }
    moves.keySet().forEach(this::go);
    moves.forEach(this::come);
    known.forEach(who -> voices(who, seating));
  }

  /** Says into which groups somebody may speak, if those are others than before. */
  void voices(Attendee who, Seating seating) {
    locked(() -> {
      List<Integer> groups = seating.voices(who.guest().person(), who.group());
      if (attendees.containsKey(who.id()) && who.maySpeakTo(groups)) {
        say(who, new MediaMessage.Voices("voices", groups));
      }
    });
  }

  void visit(Attendee who, @Nullable Integer group) {
    locked(() -> who.wantsToVisit(group));
  }

  void again(Attendee who) {
    locked(() -> {
      if (attendees.containsKey(who.id())) {
        int group = who.group();
        hangUp(who);
        come(who, group);
      }
    });
  }

  void signal(Attendee from, String to, int entry, Signal signal) {
    locked(() -> {
      if (entry == from.entry()) {
        provider.signal(this, from, to, signal);
      }
    });
  }

  void shows(Attendee who, Showing now) {
    locked(() -> change(who, now));
  }

  /** Nobody hears the person any more, whatever the person's browser does; it is told, too. */
  void mute(PersonId person) {
    locked(() ->
        attendees.values().stream()
            .filter(who -> who.guest().person().equals(person))
            .forEach(who -> {
              say(who, new MediaMessage.Mute("mute"));
              change(who, who.showing().muted());
            }));
  }

  private void change(Attendee who, Showing now) {
    who.shows(now);
    if (who.isTalkingIn(who.group()) && who.group() != Seating.NOWHERE) {
      provider.shows(room(who.group()), who);
      var message = MediaMessage.Shows.of(who);
      others(who).forEach(other -> say(other, message));
    }
  }

  /** The person on the other line, if both are talking in the same room. */
  Optional<Attendee> beside(Attendee who, String id) {
    lock.lock();
    try {
      return Optional.ofNullable(attendees.get(id))
          .filter(other -> other != who && who.group() != Seating.NOWHERE && !who.isWaiting())
          .filter(other -> other.isTalkingIn(who.group()));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Says to all whether the media server can be reached; once it can, all enter their rooms anew.
   */
  void provider(boolean up) {
    locked(() -> {
      Collection<Attendee> all = List.copyOf(attendees.values());
      all.forEach(who -> say(who, new MediaMessage.Provider("provider", up)));
      if (up) {
        Map<Attendee, Integer> places = new LinkedHashMap<>();
        all.forEach(who -> places.put(who, who.group()));
        all.forEach(this::go);
        places.forEach(this::come);
      }
    });
  }

  void beat() {
    locked(() -> attendees.values().forEach(who -> who.outbox().beat()));
  }

  void say(Attendee to, MediaMessage message) {
    to.outbox().send(json.writeValueAsString(message));
  }

  private void come(Attendee who, int group) {
    boolean nowhere = group == Seating.NOWHERE;
    List<Attendee> there = nowhere ? List.of() : talking(group);
    boolean full =
        !who.isVoice()
            && there.stream().filter(other -> !other.isVoice()).count() >= provider.capacity();
    who.isIn(group, full);
    List<MediaMessage.Person> views = there.stream().map(Attendee::view).toList();
    say(
        who,
        new MediaMessage.Room(
            "room", nowhere ? null : group, who.entry(), full, provider.isUp(), who.with(), views));
    if (!nowhere && !full) {
      there.forEach(other -> say(other, new MediaMessage.Came("came", who.view())));
      provider.entered(room(group), who);
    }
  }

  private void go(Attendee who) {
    int group = who.group();
    if (hangUp(who)) {
      attendees.values().stream()
          .filter(other -> other.group() == group && other.isWaiting())
          .findFirst()
          .ifPresent(next -> come(next, group));
    }
  }

  /** Whether the person talked until now; the place is kept until somebody else is let in. */
  private boolean hangUp(Attendee who) {
    int group = who.group();
    boolean talked = group != Seating.NOWHERE && !who.isWaiting();
    who.isIn(Seating.NOWHERE, false);
    if (talked) {
      provider.left(room(group), who);
      talking(group).forEach(other -> say(other, new MediaMessage.Left("left", who.id())));
    }
    return talked;
  }

  private void dismiss(Attendee who, String reason) {
    attendees.remove(who.id());
    go(who);
    var bye = new MediaMessage.Bye("bye", texts.of(who.locale(), reason));
    who.outbox().sendLast(json.writeValueAsString(bye));
  }

  private List<Attendee> others(Attendee who) {
    return talking(who.group()).stream().filter(other -> other != who).toList();
  }

  private List<Attendee> talking(int group) {
    return attendees.values().stream().filter(who -> who.isTalkingIn(group)).toList();
  }

  private MediaRoomId room(int group) {
    return new MediaRoomId(ref, group);
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }
}

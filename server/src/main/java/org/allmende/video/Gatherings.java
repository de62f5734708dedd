package org.allmende.video;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gatherings with lines on this node. A signal says that people may have moved; a look every
 * two seconds catches lost signals and whoever may no longer be there.
 */
@Component
class Gatherings implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Gatherings.class);
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final List<MediaRules> rules;
  private final MediaProvider provider;
  private final Texts texts;
  private final JsonMapper json;
  private final Clock clock;
  private final Map<Ref, Gathering> gatherings = new ConcurrentHashMap<>();
  private volatile boolean running;

  Gatherings(
      List<MediaRules> rules,
      Mesh mesh,
      JanusRooms janus,
      Texts texts,
      JsonMapper json,
      Clock clock) {
    this.rules = rules;
    this.provider = janus.isChosen() ? janus : mesh;
    this.texts = texts;
    this.json = json;
    this.clock = clock;
    janus.listen(up -> gatherings.values().forEach(gathering -> gathering.provider(up)));
  }

  String provider() {
    return provider.name();
  }

  /**
   * Lets somebody in.
   *
   * @throws Problem 403 for whoever has no place there any more
   */
  void enter(Attendee who) {
    Ref ref = who.guest().gathering();
    PersonId person = who.guest().person();
    Seating seating = seating(ref, Set.of(person));
    Integer place = who.place(seating);
    if (place == null) {
      throw Problem.forbidden(who.isVoice() ? "video.bye.voice" : "video.bye.stranger");
    }
    who.belongsWith(seating.with(person));
    gatherings.compute(
        ref,
        (key, found) -> {
          Gathering gathering = found == null ? new Gathering(ref, provider, texts, json) : found;
          gathering.enter(who, place);
          gathering.voices(who, seating);
          return gathering;
        });
  }

  void leave(Attendee who) {
    gatherings.computeIfPresent(
        who.guest().gathering(),
        (key, gathering) -> {
          gathering.leave(who);
          return gathering.isEmpty() ? null : gathering;
        });
  }

  void signal(Attendee from, String to, int entry, Signal signal) {
    with(from.guest().gathering(), found -> found.signal(from, to, entry, signal));
  }

  void shows(Attendee who, Showing now) {
    with(who.guest().gathering(), found -> found.shows(who, now));
  }

  void visit(Attendee who, @Nullable Integer group) {
    with(
        who.guest().gathering(),
        found -> {
          found.visit(who, group);
          arrange(found);
        });
  }

  /** Somebody's connections broke; they are made anew. */
  void again(Attendee who) {
    with(who.guest().gathering(), found -> found.again(who));
  }

  void arrange(Ref gathering) {
    with(gathering, this::arrange);
  }

  /** Waits until that moment; if it is missed, the next look catches it. */
  void arrange(Ref gathering, Instant at) {
    try {
      // What ends at the moment is over a moment later.
      Thread.sleep(Duration.between(clock.instant(), at).plusMillis(1));
      arrange(gathering);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void mute(Ref gathering, PersonId person) {
    with(gathering, found -> found.mute(person));
  }

  private void with(Ref ref, Consumer<Gathering> work) {
    Gathering found = gatherings.get(ref);
    if (found != null) {
      work.accept(found);
    }
  }

  private void arrange(Gathering gathering) {
    gathering.arrange(people -> seating(gathering.ref(), people));
  }

  private Seating seating(Ref gathering, Set<PersonId> people) {
    return rules.stream()
        .filter(rule -> rule.kind().equals(gathering.kind()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody seats a " + gathering.kind()))
        .seating(gathering, people);
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("media rooms").start(this::look);
  }

  private void look() {
    while (running) {
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException e) {
        return;
      }
      gatherings.values().forEach(this::look);
    }
  }

  /** Whatever fails in one gathering, those of the others go on. */
  private void look(Gathering gathering) {
    try {
      gathering.beat();
      arrange(gathering);
    } catch (DataAccessException e) {
      // Those who talk go on; where they belong is looked up again soon.
      log.debug("the media rooms cannot be looked at", e);
    } catch (RuntimeException e) {
      log.warn("the media rooms of {} cannot be looked at: {}", gathering.ref(), e.toString());
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}

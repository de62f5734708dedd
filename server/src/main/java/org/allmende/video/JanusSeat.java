package org.allmende.video;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One person in one room of Janus: an end for what the person sends, and one for what others send.
 * Everything is done one after the other on a thread of its own, because Janus takes its time.
 */
final class JanusSeat {

  /** A medium of somebody as Janus names it. */
  record Stream(long feed, String mid) {}

  private static final Logger log = LoggerFactory.getLogger(JanusSeat.class);

  /**
   * What nobody may go beyond. Browsers send a quarter of it by themselves; Janus lets everybody
   * begin with a quarter for some seconds, and a first picture squeezed through less comes late.
   */
  private static final int BITS_PER_SECOND = 1_024_000;

  /** More than ever talk at once; Janus wants a limit. */
  private static final int SENDERS = 1_000;

  private final JanusLine line;
  private final JsonMapper json;
  private final Attendee who;
  private final long room;
  private final int entry;
  private final Runnable changed;
  private final ExecutorService work =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private volatile boolean sends;
  private volatile Showing showing = Showing.NOTHING;
  private volatile String soundMid = "";
  private volatile String pictureMid = "";

  // Only on the thread of its own:
  private @Nullable JanusConnection janus;
  private long out;
  private long in;
  private Set<Stream> watched = Set.of();

  JanusSeat(JanusLine line, JsonMapper json, Attendee who, long room, Runnable changed) {
    this.line = line;
    this.json = json;
    this.who = who;
    this.room = room;
    this.entry = who.entry();
    this.changed = changed;
    shows();
  }

  long feed() {
    return who.number();
  }

  /** Its sound, if there is any to be heard. */
  @Nullable Stream sound() {
    return sends && showing.microphone() ? new Stream(feed(), soundMid) : null;
  }

  @Nullable Stream picture() {
    return sends && showing.hasPicture() ? new Stream(feed(), pictureMid) : null;
  }

  /** Whether it sends only. */
  boolean isVoice() {
    return who.isVoice();
  }

  boolean hasScreen() {
    return showing.screen();
  }

  void shows() {
    showing = who.showing();
  }

  void enter() {
    then(() -> {
      janus = line.connection();
      out = janus.attach(this::hearOut);
      try {
        join();
      } catch (JanusProblem e) {
        if (!e.is(JanusProblem.NO_SUCH_ROOM)) {
          throw e;
        }
        // Somebody just went and took the empty room away.
        join();
      }
    });
  }

  private void join() {
    try {
      Map<String, Object> create = request("create");
      create.put("publishers", SENDERS);
      create.put("bitrate", BITS_PER_SECOND);
      create.put("is_private", true);
      create.put("audiocodec", "opus");
      create.put("videocodec", "vp8");
      janus().ask(out, create, null);
    } catch (JanusProblem e) {
      if (!e.is(JanusProblem.ROOM_EXISTS)) {
        throw e;
      }
    }
    Map<String, Object> join = request("join");
    join.put("ptype", "publisher");
    join.put("id", feed());
    janus().ask(out, join, null);
  }

  /** Takes what the browser offers to send. */
  void publish(Signal.Description offer) {
    then(() -> {
      JsonNode answer = janus().ask(out, request("publish"), offer);
      for (JsonNode stream : answer.path("plugindata").path("data").path("streams")) {
        String mid = stream.path("mid").asString("");
        if (stream.path("type").asString("").equals("audio")) {
          soundMid = mid;
        } else {
          pictureMid = mid;
        }
      }
      tell("out", answer, null);
    });
  }

  /** The browser's answer to what Janus offers of others. */
  void answer(Signal.Description answer) {
    then(() -> {
      if (in != 0) {
        janus().ask(in, Map.of("request", "start"), answer);
      }
    });
  }

  void candidate(String end, Signal.Candidate candidate) {
    then(() -> {
      long handle = end.equals("out") ? out : in;
      if (handle != 0) {
        janus().trickle(handle, candidate);
      }
    });
  }

  /**
   * From now on the person gets these of those who are there.
   *
   * @param there who is in the room; Janus by itself takes away what others sent who are gone
   */
  void watch(Set<Stream> wanted, Set<Long> there) {
    then(() -> {
      Set<Stream> left = new LinkedHashSet<>(watched);
      left.removeIf(stream -> !there.contains(stream.feed()));
      watched = left;
      if (wanted.equals(left)) {
        return;
      }
      JsonNode offer = in == 0 ? first(wanted) : other(wanted, left);
      watched = Set.copyOf(wanted);
      tell("in", offer, tracks(offer));
    });
  }

  private JsonNode first(Set<Stream> wanted) {
    in = janus().attach(event -> tell("in", event, tracks(event)));
    Map<String, Object> join = request("join");
    join.put("ptype", "subscriber");
    join.put("streams", streams(wanted));
    try {
      return janus().ask(in, join, null);
    } catch (JanusProblem e) {
      // What never joined cannot be changed later.
      janus().detach(in);
      in = 0;
      throw e;
    }
  }

  private JsonNode other(Set<Stream> wanted, Set<Stream> now) {
    Map<String, Object> update = request("update");
    Set<Stream> more = new LinkedHashSet<>(wanted);
    more.removeAll(now);
    Set<Stream> less = new LinkedHashSet<>(now);
    less.removeAll(wanted);
    if (!more.isEmpty()) {
      update.put("subscribe", streams(more));
    }
    if (!less.isEmpty()) {
      update.put("unsubscribe", streams(less));
    }
    return janus().ask(in, update, null);
  }

  /**
   * Whoever is the last one takes the room away.
   *
   * @param empty whether nobody is in the room, or on the way into it
   */
  void leave(BooleanSupplier empty) {
    sends = false;
    then(() -> {
      if (in != 0) {
        janus().detach(in);
      }
      try {
        if (empty.getAsBoolean()) {
          takeAway(empty);
        }
      } finally {
        janus().detach(out);
      }
    });
    work.shutdown();
  }

  private void takeAway(BooleanSupplier empty) {
    janus().ask(out, request("leave"), null);
    JsonNode others = janus().ask(out, request("listparticipants"), null);
    // Asked once more: groups that change meet in rooms others have just left.
    if (others.path("plugindata").path("data").path("participants").isEmpty()
        && empty.getAsBoolean()) {
      janus().ask(out, request("destroy"), null);
    }
  }

  private void hearOut(JsonNode event) {
    switch (event.path("janus").asString("")) {
      case "webrtcup" -> {
        sends = true;
        changed.run();
      }
      case "hangup" -> {
        sends = false;
        changed.run();
      }
      default -> log.trace("Janus tells {}", event.path("janus"));
    }
  }

  private Map<String, Object> request(String what) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("request", what);
    request.put("room", room);
    return request;
  }

  private static List<Map<String, Object>> streams(Set<Stream> streams) {
    return streams.stream()
        .map(stream -> Map.<String, Object>of("feed", stream.feed(), "mid", stream.mid()))
        .toList();
  }

  private static Map<String, String> tracks(JsonNode event) {
    Map<String, String> tracks = new HashMap<>();
    for (JsonNode stream : event.path("plugindata").path("data").path("streams")) {
      if (stream.path("active").asBoolean(true) && stream.has("feed_id")) {
        tracks.put(stream.path("mid").asString(""), Long.toString(stream.path("feed_id").asLong()));
      }
    }
    return tracks;
  }

  private void tell(String end, JsonNode event, @Nullable Map<String, String> tracks) {
    JsonNode jsep = event.path("jsep");
    if (jsep.isObject()) {
      var description =
          new Signal.Description(jsep.path("type").asString(), jsep.path("sdp").asString());
      var message = new MediaMessage.Relayed("signal", end, entry, description, null, tracks);
      who.outbox().send(json.writeValueAsString(message));
    }
  }

  private JanusConnection janus() {
    JanusConnection known = janus;
    if (known == null) {
      throw new JanusProblem(0, "not reached");
    }
    return known;
  }

  private void then(Runnable step) {
    try {
      work.execute(() -> {
        try {
          step.run();
        } catch (JanusProblem e) {
          // The browser notices that nothing comes and asks again.
          log.debug("a step with the media server failed", e);
        }
      });
    } catch (RejectedExecutionException e) {
      log.trace("the person has left meanwhile", e);
    }
  }
}

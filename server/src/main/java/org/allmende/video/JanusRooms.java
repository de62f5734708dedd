package org.allmende.video;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Over a Janus: everybody sends once, and the media server passes on what somebody may see and
 * hear. Browsers know nothing of it but what is relayed; it needs to be reached by this server
 * only.
 */
@Component
class JanusRooms implements MediaProvider {

  /** More pictures nobody can look at, and no browser can draw. */
  private static final int PICTURES = 9;

  private final JanusLine line;
  private final JsonMapper json;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<MediaRoomId, Map<Long, JanusSeat>> rooms = new LinkedHashMap<>();

  JanusRooms(JanusLine line, JsonMapper json) {
    this.line = line;
    this.json = json;
  }

  boolean isChosen() {
    return line.isChosen();
  }

  /** Tells whenever Janus comes or goes. */
  void listen(Consumer<Boolean> change) {
    line.listen(change);
  }

  @Override
  public String name() {
    return "janus";
  }

  @Override
  public int capacity() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean isUp() {
    return line.isUp();
  }

  @Override
  public void entered(MediaRoomId room, Attendee who) {
    var seat = new JanusSeat(line, json, who, number(room), () -> arrange(room));
    lock.lock();
    try {
      rooms.computeIfAbsent(room, id -> new LinkedHashMap<>()).put(who.number(), seat);
    } finally {
      lock.unlock();
    }
    seat.enter();
    arrange(room);
  }

  @Override
  public void left(MediaRoomId room, Attendee who) {
    lock.lock();
    try {
      Map<Long, JanusSeat> seats = rooms.getOrDefault(room, new LinkedHashMap<>());
      JanusSeat seat = seats.remove(who.number());
      if (seats.isEmpty()) {
        rooms.remove(room);
      }
      if (seat != null) {
        seat.leave(() -> isEmpty(room));
      }
    } finally {
      lock.unlock();
    }
    arrange(room);
  }

  @Override
  public void shows(MediaRoomId room, Attendee who) {
    JanusSeat seat = seat(room, who);
    if (seat != null) {
      seat.shows();
      arrange(room);
    }
  }

  @Override
  public void signal(Gathering gathering, Attendee from, String to, Signal signal) {
    JanusSeat seat = seat(new MediaRoomId(gathering.ref(), from.group()), from);
    if (seat == null) {
      return;
    }
    if (signal.candidate() != null) {
      seat.candidate(to, signal.candidate());
    } else if (signal.description() != null && to.equals("out")) {
      seat.publish(signal.description());
    } else if (signal.description() != null) {
      seat.answer(signal.description());
    }
  }

  private boolean isEmpty(MediaRoomId room) {
    lock.lock();
    try {
      return rooms.getOrDefault(room, Map.of()).isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable JanusSeat seat(MediaRoomId room, Attendee who) {
    lock.lock();
    try {
      return rooms.getOrDefault(room, Map.of()).get(who.number());
    } finally {
      lock.unlock();
    }
  }

  /** Lets everybody in the room have the sound of all others, and the first pictures. */
  private void arrange(MediaRoomId room) {
    lock.lock();
    try {
      Map<Long, JanusSeat> seats = rooms.getOrDefault(room, Map.of());
      Set<Long> there = Set.copyOf(seats.keySet());
      List<JanusSeat> screensFirst =
          seats.values().stream()
              .sorted(Comparator.comparing(JanusSeat::hasScreen).reversed())
              .toList();
      for (JanusSeat seat : seats.values()) {
        if (seat.isVoice()) {
          continue;
        }
        Set<JanusSeat.Stream> wanted = new LinkedHashSet<>();
        int pictures = 0;
        for (JanusSeat other : screensFirst) {
          JanusSeat.Stream sound = other == seat ? null : other.sound();
          JanusSeat.Stream picture = other == seat ? null : other.picture();
          if (sound != null) {
            wanted.add(sound);
          }
          if (picture != null && pictures < PICTURES) {
            wanted.add(picture);
            pictures++;
          }
        }
        seat.watch(wanted, there);
      }
    } finally {
      lock.unlock();
    }
  }

  /** What Janus calls the room: a number nobody meets by chance. */
  private static long number(MediaRoomId room) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((room.gathering() + "/" + room.group()).getBytes(StandardCharsets.UTF_8));
      return (ByteBuffer.wrap(hash).getLong() >>> 12) | 1;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

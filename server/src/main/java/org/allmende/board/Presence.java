package org.allmende.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.allmende.base.live.SignalHandler;
import org.allmende.base.live.Signals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Counts who is on a board and who writes just now, on all nodes; never who it is, because notes
 * have no names. Told at most every two seconds after the first has come, kept nowhere.
 */
@Component
class Presence {

  private static final String CHANNEL = "board_presence";

  /** A node that has not been heard of for so long has no readers any more. */
  private static final Duration FORGOTTEN = Duration.ofSeconds(15);

  /** Said again although nothing changed, so that nobody takes this node for gone. */
  private static final Duration REPEATED = Duration.ofSeconds(5);

  /** How many are on a board on one node. */
  record Count(int here, int writing, Instant heard) {

    boolean isSame(Count other) {
      return here == other.here && writing == other.writing;
    }
  }

  private final String node = UUID.randomUUID().toString();
  private final Map<String, Map<String, Count>> elsewhere = new ConcurrentHashMap<>();
  private final Map<String, Count> said = new ConcurrentHashMap<>();
  private final Map<String, Message.Presence> told = new ConcurrentHashMap<>();
  private final Signals signals;
  private final Herald herald;
  private final Clock clock;

  Presence(Signals signals, Herald herald, Clock clock) {
    this.signals = signals;
    this.herald = herald;
    this.clock = clock;
  }

  @Bean
  static SignalHandler boardPresence(ObjectProvider<Presence> presence) {
    return new SignalHandler(
        CHANNEL,
        text -> {
          String[] parts = text.split(" ", 4);
          if (parts.length == 4) {
            presence.getObject().heard(parts);
          }
        });
  }

  private void heard(String[] parts) {
    if (!parts[1].equals(node)) {
      elsewhere
          .computeIfAbsent(parts[0], board -> new ConcurrentHashMap<>())
          .put(
              parts[1],
              new Count(Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), clock.instant()));
    }
  }

  /** Somebody comes to the board, the first here; from now on the other nodes send word of it. */
  void come(BoardId board) {
    signals.send(CHANNEL, board + " " + node + " 1 0");
  }

  /** Whether somebody is on the board on another node. */
  boolean isElsewhere(BoardId board) {
    Instant forgotten = clock.instant().minus(FORGOTTEN);
    return elsewhere.getOrDefault(board.value(), Map.of()).values().stream()
        .anyMatch(count -> count.here() > 0 && count.heard().isAfter(forgotten));
  }

  /** Looks who is there now; tells the readers and the other nodes if it is different. */
  void look(Room room, Instant now) {
    String board = room.board().value();
    // Whoever comes meanwhile is told the next time.
    List<Reader> readers = List.copyOf(room.readers);
    Count here = count(readers, now);
    Count before = said.get(board);
    if (before == null || !before.isSame(here) || before.heard().isBefore(now.minus(REPEATED))) {
      said.put(board, here);
      signals.send(CHANNEL, board + " " + node + " " + here.here() + " " + here.writing());
    }
    var sum = sum(board, here, now);
    if (!sum.equals(told.put(board, sum))) {
      herald.say(readers, sum);
    } else {
      readers.stream().filter(Reader::isNew).forEach(reader -> herald.send(reader, sum));
    }
    readers.forEach(Reader::grownOld);
  }

  /** Nobody is on the board here any more. */
  void leave(String board) {
    if (said.remove(board) != null) {
      signals.send(CHANNEL, board + " " + node + " 0 0");
    }
    told.remove(board);
  }

  /** The boards this node has spoken of. */
  Set<String> boards() {
    return Set.copyOf(said.keySet());
  }

  /** The same person in two tabs is one. */
  private static Count count(List<Reader> readers, Instant now) {
    Map<String, Boolean> people =
        readers.stream()
            .collect(
                Collectors.toMap(
                    reader -> reader.access().person().value(),
                    reader -> reader.isWriting(now),
                    Boolean::logicalOr));
    int writing = (int) people.values().stream().filter(each -> each).count();
    return new Count(people.size(), writing, now);
  }

  private Message.Presence sum(String board, Count here, Instant now) {
    int all = here.here();
    int writing = here.writing();
    Map<String, Count> others = elsewhere.getOrDefault(board, Map.of());
    others.values().removeIf(count -> count.heard().isBefore(now.minus(FORGOTTEN)));
    for (Count count : others.values()) {
      all += count.here();
      writing += count.writing();
    }
    return new Message.Presence("presence", all, writing);
  }
}

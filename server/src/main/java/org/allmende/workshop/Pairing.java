package org.allmende.workshop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Puts people into pairs of whom nobody has met the other before. Who is left over makes a trio
 * with a pair of strangers, or sits a round out when there is none.
 */
final class Pairing {

  /** So many orders are tried; the first that leaves at most one person over is taken. */
  private static final int TRIES = 200;

  private final Map<ParticipantId, Set<ParticipantId>> met;
  private final Random random;

  /**
   * @param met whom each person sat with before
   */
  Pairing(Map<ParticipantId, Set<ParticipantId>> met, Random random) {
    this.met = met;
    this.random = random;
  }

  List<List<ParticipantId>> of(List<ParticipantId> people) {
    List<List<ParticipantId>> best = List.of();
    int alone = people.size();
    for (int i = 0; i < TRIES && alone > people.size() % 2; i++) {
      List<ParticipantId> left = new ArrayList<>(people);
      Collections.shuffle(left, random);
      List<List<ParticipantId>> pairs = pairs(left);
      if (left.size() < alone || best.isEmpty()) {
        alone = left.size();
        best = pairs;
      }
    }
    return withTrios(best, people);
  }

  /** Takes pairs of strangers off the list; whoever finds nobody stays on it. */
  private List<List<ParticipantId>> pairs(List<ParticipantId> left) {
    List<List<ParticipantId>> pairs = new ArrayList<>();
    List<ParticipantId> alone = new ArrayList<>();
    // Those who know many already choose first: they have the fewest left to meet.
    left.sort((one, other) -> met(other).size() - met(one).size());
    while (!left.isEmpty()) {
      ParticipantId first = left.removeFirst();
      ParticipantId second =
          left.stream().filter(each -> !met(first).contains(each)).findFirst().orElse(null);
      if (second == null) {
        alone.add(first);
      } else {
        left.remove(second);
        pairs.add(List.of(first, second));
      }
    }
    left.addAll(alone);
    return pairs;
  }

  private List<List<ParticipantId>> withTrios(
      List<List<ParticipantId>> pairs, List<ParticipantId> people) {
    List<List<ParticipantId>> seated = new ArrayList<>(pairs);
    Set<ParticipantId> alone = new HashSet<>(people);
    pairs.forEach(alone::removeAll);
    for (ParticipantId person : people) {
      if (alone.contains(person)) {
        seated.stream()
            .filter(pair -> pair.size() == 2 && Collections.disjoint(pair, met(person)))
            .findFirst()
            .ifPresent(pair -> {
              seated.remove(pair);
              seated.add(List.of(pair.getFirst(), pair.getLast(), person));
            });
      }
    }
    return seated;
  }

  private Set<ParticipantId> met(ParticipantId person) {
    return met.getOrDefault(person, Set.of());
  }
}

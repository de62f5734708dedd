package org.allmende.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pairs for getting to know each other. */
class PairingTest {

  private final Map<ParticipantId, Set<ParticipantId>> met = new HashMap<>();

  @Test
  void nobodyMeetsTheSamePersonTwice() {
    List<ParticipantId> people = people(23);
    for (int round = 0; round < 8; round++) {
      List<List<ParticipantId>> pairs = pairs(people);
      assertThat(pairs.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(people);
      assertThat(pairs).filteredOn(pair -> pair.size() == 3).hasSize(1);
      assertThat(pairs).allMatch(pair -> pair.size() == 2 || pair.size() == 3);
      meet(pairs);
    }
  }

  @Test
  void whoKnowsEverybodySitsOut() {
    List<ParticipantId> people = people(3);
    meet(pairs(people));
    assertThat(pairs(people)).isEmpty();
    assertThat(pairs(List.of(people.getFirst()))).isEmpty();
    assertThat(pairs(List.of())).isEmpty();
  }

  private List<List<ParticipantId>> pairs(List<ParticipantId> people) {
    return new Pairing(met, new Random(7)).of(people);
  }

  private void meet(List<List<ParticipantId>> pairs) {
    for (List<ParticipantId> pair : pairs) {
      for (ParticipantId person : pair) {
        Set<ParticipantId> known = met.computeIfAbsent(person, _ -> new HashSet<>());
        assertThat(known)
            .doesNotContainAnyElementsOf(pair.stream().filter(p -> p != person).toList());
        pair.stream().filter(other -> !other.equals(person)).forEach(known::add);
      }
    }
  }

  private static List<ParticipantId> people(int count) {
    return IntStream.range(0, count).mapToObj(i -> new ParticipantId("p" + i)).toList();
  }
}

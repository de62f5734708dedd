package org.allmende.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankTest {

  @Test
  void alwaysFindsAPlaceBetween() {
    var random = new Random(7);
    List<String> ranks = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      int place = i % 3 == 0 ? 0 : i % 3 == 1 ? ranks.size() : random.nextInt(ranks.size() + 1);
      String after = place == 0 ? null : ranks.get(place - 1);
      String before = place == ranks.size() ? null : ranks.get(place);
      ranks.add(place, Rank.between(after, before));
    }
    assertThat(ranks).isSorted().doesNotHaveDuplicates();
    assertThat(ranks).allMatch(rank -> !rank.endsWith("0"));
  }
}

package org.allmende.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a thread is drawn: its strength, what folds, which knot is the newest, and how it ends. */
class ThreadViewTest {

  @Test
  void theMorePeopleNeedItTheStrongerTheString() {
    assertThat(
            IntStream.of(0, 9, 10, 29, 30, 99, 100)
                .map(people -> thread(List.of(), people).width()))
        .containsExactly(2, 2, 3, 3, 4, 4, 5);
  }

  @Test
  void beadsInARowFoldSixAtATime() {
    List<KnotView> knots = new ArrayList<>(List.of(knot(KnotKind.WISH)));
    IntStream.range(0, 8).forEach(i -> knots.add(knot(KnotKind.TOLD)));
    knots.add(knot(KnotKind.MATCH));

    assertThat(sizes(knots)).containsExactly("1", "6 folded", "2 folded", "1");
  }

  @Test
  void theMiddleOfALongThreadFolds() {
    List<KnotView> fourteen =
        IntStream.range(0, 14).mapToObj(i -> knot(KnotKind.COMMITMENT)).toList();
    List<KnotView> fifteen =
        IntStream.range(0, 15).mapToObj(i -> knot(KnotKind.COMMITMENT)).toList();

    assertThat(sizes(fourteen)).hasSize(14).containsOnly("1");
    assertThat(sizes(fifteen))
        .containsExactly("1", "1", "1", "6 folded", "1", "1", "1", "1", "1", "1");
  }

  @Test
  void theNewestKnotIsNeverANotice() {
    KnotView match = knot(KnotKind.MATCH);
    ThreadView thread = thread(List.of(knot(KnotKind.WISH), match, knot(KnotKind.TOLD)), 1);

    assertThat(thread.knots().stream().filter(thread::isNow)).containsExactly(match);
  }

  @Test
  void aRefusalEndsTheStringUnlessTheWishLivesOn() {
    List<KnotView> refused =
        List.of(knot(KnotKind.WISH), knot(KnotKind.REFUSAL), knot(KnotKind.TOLD));
    List<KnotView> reopened =
        List.of(knot(KnotKind.WISH), knot(KnotKind.REFUSAL), knot(KnotKind.WISH));

    assertThat(thread(refused, 1).isEnded()).isTrue();
    assertThat(thread(reopened, 1).isEnded()).isFalse();
    assertThat(new ThreadView(refused, List.of("Daten veröffentlicht"), 1, 0, "").isEnded())
        .isFalse();
  }

  @Test
  void theSmallFormShowsARefusalAsOneMoreLoop() {
    SmallThreadView refused = new SmallThreadView(ThreadMark.REFUSED, 2, "Abgelehnt");
    SmallThreadView overdue = SmallThreadView.of(ThreadMark.OVERDUE, "12 Tage überfällig");

    assertThat(tones(refused)).containsExactly("ocker", "ocker", "graphit");
    assertThat(tones(overdue)).containsExactly("ocker", "ocker", "ziegel");
  }

  private static List<String> tones(SmallThreadView thread) {
    return IntStream.range(0, thread.drawn()).mapToObj(thread::tone).toList();
  }

  private static List<String> sizes(List<KnotView> knots) {
    return thread(knots, 1).stretches().stream()
        .map(stretch -> stretch.knots().size() + (stretch.folded() ? " folded" : ""))
        .toList();
  }

  private static ThreadView thread(List<KnotView> knots, int supporters) {
    return new ThreadView(knots, List.of(), supporters, 0, "");
  }

  /** A new object each time, because knots are told apart by identity. */
  private static KnotView knot(KnotKind kind) {
    return KnotView.of(kind, null, "", "");
  }
}

package org.allmende.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where each step leads, as a steward would tell it. */
class WishTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # from,    step,        to (- where it cannot happen)
          submitted, listed,      listed
          submitted, refused,     refused
          submitted, matched,     -
          submitted, committed,   -
          submitted, withdrawn,   withdrawn
          listed,    listed,      -
          listed,    asked,       listed
          listed,    matched,     matched
          listed,    found,       published
          listed,    committed,   committed
          listed,    forwarded,   forwarded
          listed,    merged,      merged
          matched,   matched,     matched
          matched,   committed,   committed
          matched,   refused,     refused
          committed, matched,     committed
          committed, rescheduled, committed
          committed, published,   published
          committed, refused,     refused
          committed, withdrawn,   -
          published, refused,     -
          published, used,        used
          used,      used,        used
          used,      published,   used
          refused,   matched,     -
          refused,   committed,   -
          refused,   reopened,    listed
          forwarded, matched,     -
          forwarded, taken_over,  listed
          forwarded, handed_back, listed
          merged,    listed,      -
          merged,    asked,       -
          withdrawn, listed,      -
          """)
  void stepLeads(String from, String step, String to) {
    assertThat(
            WishState.of(from)
                .after(StepKind.valueOf(step.toUpperCase(java.util.Locale.ROOT)))
                .map(WishState::key)
                .orElse("-"))
        .isEqualTo(to);
  }

  @Test
  void stateFollowsFromAllSteps() {
    List<StepKind> steps =
        Stream.of(
                "STATED",
                "LISTED",
                "REFUSED",
                "REOPENED",
                "MATCHED",
                "COMMITTED",
                "PUBLISHED",
                "USED")
            .map(StepKind::valueOf)
            .toList();
    assertThat(WishState.of(steps)).isEqualTo(WishState.USED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Wo stehen Trinkbrunnen?                               | Wo stehen Trinkbrunnen?
          Wo stehen öffentliche Trinkbrunnen? Wir planen Radtouren. | Wo stehen öffentliche Trinkbrunnen?
          """)
  void headingIsTheFirstSentence(String need, String heading) {
    assertThat(Need.of(need, Hat.PRIVATE, null).title()).isEqualTo(heading);
  }

  @Test
  void longNeedIsCutAtAWordAndShownWhole() {
    Need need = Need.of("Daten über Wege ".repeat(30).strip(), Hat.PRIVATE, null);
    assertThat(need.title()).hasSizeLessThanOrEqualTo(141).endsWith("Daten über…");
    assertThat(need.rest()).isEqualTo(need.text());
  }
}

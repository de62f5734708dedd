package org.allmende.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.base.i18n.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a text is about: the topic a person chose for it, or those its words speak of.
 *
 * @param chosen the topic a person chose, null if none
 * @param subjects what its words speak of, where nobody chose
 */
record Aim(@Nullable String chosen, List<Subject> subjects) {

  /** Two guesses that agree are less than a person's choice. */
  private static final double GUESSED = 0.9;

  private static final double FAINTEST = 0.2;

  /** From here on a word names a topic rather than touching it. */
  private static final double TELLING = 0.6;

  /**
   * How well a document meets the aim.
   *
   * @param strength from 0 to 1
   * @param explains the share of the text that this alone explains: all of it if people chose the
   *     same topic for both
   * @param said the stems of the words that speak of the topic both share, and how clearly
   * @param reason the topic both share, null if none
   */
  record Hit(double strength, double explains, Map<String, Double> said, @Nullable Message reason) {

    static final Hit NONE = new Hit(0, 0, Map.of(), null);
  }

  static Aim of(SimilarQuery query, Subjects subjects, Thesaurus thesaurus) {
    return query.topic() == null
        ? new Aim(null, subjects.of(query.text(), thesaurus))
        : new Aim(query.topic(), List.of());
  }

  boolean isEmpty() {
    return chosen == null && subjects.isEmpty();
  }

  /** The stems of the words that by themselves say what the text is about. */
  Set<String> telling() {
    return subjects.stream()
        .flatMap(subject -> subject.said().entrySet().stream())
        .filter(said -> said.getValue() >= TELLING)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  Hit hit(SearchDocument document, List<Subject> others) {
    if (chosen != null) {
      return hit(document.topic(), others);
    }
    Hit best = Hit.NONE;
    for (Subject subject : subjects) {
      double strength = GUESSED * subject.strength() * strength(subject, document, others);
      if (strength > Math.max(FAINTEST, best.strength())) {
        best = new Hit(strength, 0, subject.said(), reason(subject));
      }
    }
    return best;
  }

  private Hit hit(@Nullable String theirs, List<Subject> others) {
    if (theirs != null) {
      return theirs.equals(chosen)
          ? new Hit(1, 1, Map.of(), Message.of("search.likeness.topic"))
          : Hit.NONE;
    }
    return others.stream()
        .filter(other -> other.topic().equals(chosen))
        .findFirst()
        .map(other -> new Hit(GUESSED * other.strength(), GUESSED, Map.of(), reason(other)))
        .orElse(Hit.NONE);
  }

  private static double strength(Subject subject, SearchDocument document, List<Subject> others) {
    if (document.topic() != null) {
      return document.topic().equals(subject.topic()) ? 1 : 0;
    }
    return others.stream()
        .filter(other -> other.topic().equals(subject.topic()))
        .mapToDouble(Subject::strength)
        .findFirst()
        .orElse(0);
  }

  private static Message reason(Subject subject) {
    return Message.of("search.likeness.subject", subject.german(), subject.english());
  }
}

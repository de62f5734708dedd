package org.allmende.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.base.i18n.Message;

/** Gathers why a document could answer a text, and says it in few true sentences. */
final class Grounds {

  private static final int FEWEST_LETTERS = 2;

  private final Set<String> shared = new LinkedHashSet<>();
  private final Set<String> inPassing = new LinkedHashSet<>();
  private final Map<String, String> synonyms = new LinkedHashMap<>();
  private final Set<Message> others = new LinkedHashSet<>();

  void shared(Word there) {
    if (there.surface().length() >= FEWEST_LETTERS) {
      shared.add(there.surface());
    }
  }

  /** A shared word that is not a thing, such as „stehen“: told only if there is nothing better. */
  void inPassing(Word there) {
    inPassing.add(there.surface());
  }

  void within(Word word, Word there) {
    others.add(Message.of("search.likeness.within", word.surface(), there.surface()));
  }

  void kin(Word word, Word there) {
    others.add(Message.of("search.likeness.kin", word.surface(), there.surface()));
  }

  void column(Word column, Word word) {
    others.add(Message.of("search.likeness.column", column.surface(), word.surface()));
  }

  /** Of several words for one thing the longest phrase is told. */
  void synonym(Meaning meaning) {
    synonyms.merge(
        meaning.means(), meaning.said(), (one, two) -> two.length() > one.length() ? two : one);
  }

  List<Message> reasons() {
    List<Message> reasons = new ArrayList<>();
    if (!shared.isEmpty()) {
      reasons.add(Message.of("search.likeness.words", String.join(", ", shared)));
    }
    synonyms.forEach(
        (means, said) -> reasons.add(Message.of("search.likeness.synonym", said, means)));
    reasons.addAll(others);
    if (reasons.isEmpty() && !inPassing.isEmpty()) {
      reasons.add(Message.of("search.likeness.words", String.join(", ", inPassing)));
    }
    return reasons;
  }
}

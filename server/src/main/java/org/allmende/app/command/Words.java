package org.allmende.app.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed behind a command: words in their order, and options that have a value. */
final class Words {
  /** Options that stand alone. */
  private static final Set<String> FLAGS = Set.of("--yes", "--operator");

  private final List<String> plain = new ArrayList<>();
  private final Map<String, List<String>> options = new HashMap<>();

  Words(List<String> typed) {
    for (int i = 0; i < typed.size(); i++) {
      String word = typed.get(i);
      if (!word.startsWith("--")) {
        plain.add(word);
      } else if (FLAGS.contains(word)) {
        options.put(word, List.of());
      } else if (i + 1 < typed.size()) {
        options.computeIfAbsent(word, _ -> new ArrayList<>()).add(typed.get(++i));
      } else {
        throw new WrongUsage("A value is missing after " + word + ".");
      }
    }
  }

  /** The next word, which has to be there. */
  String next(String meaning) {
    if (plain.isEmpty()) {
      throw new WrongUsage(meaning + " is missing.");
    }
    return plain.removeFirst();
  }

  Optional<String> next() {
    return plain.isEmpty() ? Optional.empty() : Optional.of(plain.removeFirst());
  }

  boolean flag(String option) {
    return options.remove(option) != null;
  }

  Optional<String> option(String option) {
    return options(option).stream().findFirst();
  }

  List<String> options(String option) {
    List<String> values = options.remove(option);
    return values == null ? List.of() : values;
  }

  /** Refuses what nobody asked for, before anything is done. */
  void end() {
    plain.stream()
        .findFirst()
        .or(() -> options.keySet().stream().sorted().findFirst())
        .ifPresent(word -> {
          throw new WrongUsage(word + " is not understood here.");
        });
  }

  /** Somebody typed what the command does not take. */
  static final class WrongUsage extends RuntimeException {
    WrongUsage(String sentence) {
      super(sentence);
    }
  }
}

package org.allmende.registration;

import java.util.List;

/**
 * A question that may be asked with a registration; every answer is one of its options.
 *
 * @param name of the field
 * @param label the key of the question; that of an option is this, a dot and the option
 * @param options in the order they are shown
 */
public record AskedQuestion(String name, String label, List<String> options, Choice choice) {

  /** How many of the options may be chosen. */
  public enum Choice {
    ONE,
    SEVERAL
  }

  boolean takes(List<String> given) {
    return options.containsAll(given) && (choice == Choice.SEVERAL || given.size() <= 1);
  }
}

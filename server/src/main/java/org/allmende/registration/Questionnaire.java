package org.allmende.registration;

import java.util.List;

/**
 * What a thing wants to know from whoever registers; all of it is voluntary.
 *
 * @param title the key of its heading
 * @param why the key of the sentence that says what for, who reads it and how long it is kept
 * @param questions none if the thing asks nothing
 */
public record Questionnaire(String title, String why, List<AskedQuestion> questions) {

  /** Asks nothing. */
  public static final Questionnaire NONE = new Questionnaire("", "", List.of());

  public boolean isEmpty() {
    return questions.isEmpty();
  }
}

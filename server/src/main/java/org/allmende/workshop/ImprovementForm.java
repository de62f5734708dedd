package org.allmende.workshop;

import org.allmende.base.web.Form;
import org.jspecify.annotations.Nullable;

/** Reads what is said about a workshop and what is changed because of it. */
final class ImprovementForm {

  private ImprovementForm() {}

  /**
   * What a participant says.
   *
   * @throws org.allmende.base.web.Problem 422 if it is missing or too long
   */
  static String feedback(Form form) {
    String text = form.text("feedback").max(500).required("workshop.feedback.missing");
    form.orThrow();
    return text;
  }

  /** What is taken on for the next run; what is wrong is noted in the form. */
  static String sentence(Form form) {
    return form.text("sentence").max(200).required("workshop.improvement.missing");
  }

  /** How far it has come; null when that is wrong. */
  static @Nullable ImprovementState state(Form form) {
    ImprovementState state = form.choice("state", ImprovementState.class);
    if (state == null) {
      form.reject("state", "base.form.choice");
    }
    return state;
  }
}

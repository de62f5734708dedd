package org.allmende.workshop;

import org.allmende.base.web.Form;
import org.allmende.board.BoardAccess;
import org.jspecify.annotations.Nullable;

/** Questions, answers and reasons as pages and programs send them. */
final class QuestionForm {

  /** The field of the question itself. */
  static final String QUESTION = "question";

  private static final int LONGEST = 500;
  private static final int LONGEST_ANSWER = 2000;

  private QuestionForm() {}

  /** Nothing is said of the name unless the person wants it. */
  static NewQuestion question(Form form, BoardAccess by) {
    String text = form.text(QUESTION).max(LONGEST).required("workshop.question.missing");
    return new NewQuestion(text, form.ticked("signed") ? by.name() : null);
  }

  /** The answer, or null when it was only said. */
  static @Nullable String answer(Form form) {
    String answer = form.text("answer").max(LONGEST_ANSWER).optional();
    form.orThrow();
    return answer;
  }

  static String reason(Form form) {
    String reason = form.text("reason").max(LONGEST).required("workshop.question.reason.missing");
    form.orThrow();
    return reason;
  }
}

package org.allmende.workshop;

import java.util.List;
import org.allmende.base.web.Form;

/** A question to be asked, with its answers. */
record NewVote(String question, List<String> answers) {

  static final String QUESTION = "question";
  static final String ANSWERS = "answers";

  private static final int QUESTION_LENGTH = 300;
  private static final int ANSWER_LENGTH = 120;
  private static final int FEWEST = 2;
  private static final int MOST = 6;

  /** Reads it from a form; the answers are a list, or lines. */
  static NewVote of(Form form) {
    String question =
        form.text(QUESTION).max(QUESTION_LENGTH).required("workshop.vote.question.missing");
    List<String> answers =
        form.list(ANSWERS).stream()
            .flatMap(String::lines)
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    if (answers.size() < FEWEST || answers.size() > MOST) {
      form.reject(ANSWERS, "workshop.vote.answers.count", FEWEST, MOST);
    }
    if (answers.stream().anyMatch(answer -> answer.length() > ANSWER_LENGTH)) {
      form.reject(ANSWERS, "workshop.vote.answers.long", ANSWER_LENGTH);
    }
    if (answers.stream().distinct().count() < answers.size()) {
      form.reject(ANSWERS, "workshop.vote.answers.twice");
    }
    return new NewVote(question, answers);
  }
}

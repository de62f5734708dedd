package org.allmende.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.web.Form;

/**
 * What somebody answered.
 *
 * @param values what was chosen, by question; questions without an answer are left out
 */
public record GivenAnswers(Map<String, List<String>> values) {

  public static final GivenAnswers NONE = new GivenAnswers(Map.of());

  /** Reads the answers of a form; what is no option is refused. */
  static GivenAnswers of(Form form, Questionnaire asked) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (AskedQuestion question : asked.questions()) {
      List<String> given = form.list(question.name()).stream().distinct().toList();
      if (!question.takes(given)) {
        form.reject(question.name(), "base.form.choice");
      } else if (!given.isEmpty()) {
        values.put(question.name(), given);
      }
    }
    return new GivenAnswers(values);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** As a form shows them again. */
  public Form asForm() {
    return new Form(values, null);
  }
}

package org.allmende.workshop;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.allmende.base.web.Form;
import org.allmende.registration.AskedQuestion;
import org.allmende.registration.Questionnaire;

/**
 * What somebody chose to tell before groups are formed; nobody reads it, only the groups depend on
 * it.
 *
 * @param values by trait, without those not answered
 * @param needs what a place must have so that the person can take part
 */
public record Answers(Map<Trait, String> values, List<String> needs) {

  /** What somebody may need, in the order it is asked. */
  static final List<String> NEEDS = List.of("step-free", "quiet", "close");

  public static final Answers NONE = new Answers(Map.of(), List.of());

  /** How it is asked, when registering, when joining and in the room. */
  static final Questionnaire ASKED =
      new Questionnaire(
          "workshop.answers.title",
          "workshop.answers.why",
          Stream.concat(
                  Stream.of(Trait.values()).filter(Trait::isAsked).map(Trait::question),
                  Stream.of(
                      new AskedQuestion(
                          "needs", "workshop.answers.needs", NEEDS, AskedQuestion.Choice.SEVERAL)))
              .toList());

  /** The answers of a form; what is not on the list is refused. */
  static Answers of(Form form) {
    Map<Trait, String> values = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      String given = trait.isAsked() ? form.text(trait.key()).optional() : null;
      if (given != null && trait.scale().contains(given)) {
        values.put(trait, given);
      } else if (given != null) {
        form.reject(trait.key(), "base.form.choice");
      }
    }
    List<String> needs = form.list("needs");
    if (!NEEDS.containsAll(needs)) {
      form.reject("needs", "base.form.choice");
    }
    return new Answers(values, needs);
  }

  /** As a form shows them again. */
  Form asForm() {
    var sent = new HashMap<String, List<String>>();
    values.forEach((trait, value) -> sent.put(trait.key(), List.of(value)));
    sent.put("needs", needs);
    return new Form(sent, null);
  }
}

package org.allmende.comment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.allmende.base.web.Form;
import org.allmende.base.web.Page;

/** What a steward says who decides about a text. */
record DecisionForm(Outcome outcome, Rule rule, String reason) {

  private static final int LONGEST = 2_000;

  /**
   * Reads and checks the fields.
   *
   * @throws org.allmende.base.web.Problem 422 naming every wrong field
   */
  static DecisionForm read(Form form) {
    Outcome outcome = form.choice("outcome", Outcome.class);
    Rule rule = form.choice("rule", Rule.class);
    String reason = form.text("reason").max(LONGEST).required("comment.decision.reason.missing");
    if (outcome == null) {
      form.reject("outcome", "comment.decision.outcome.missing");
    }
    if (rule == null) {
      form.reject("rule", "comment.report.rule.missing");
    }
    form.orThrow();
    return new DecisionForm(Objects.requireNonNull(outcome), Objects.requireNonNull(rule), reason);
  }

  /** The rule that was named first, until the steward chooses another one. */
  static Form proposed(Moderation.Case found) {
    return found.reports().stream()
        .map(Report::rule)
        .filter(Objects::nonNull)
        .findFirst()
        .map(rule -> Form.of(Map.of("rule", rule.key())))
        .orElseGet(Form::empty);
  }

  /** What can be decided: what is hidden can only be restored, what is not only hidden. */
  static Map<String, String> outcomes(Page page, boolean hidden) {
    Map<String, String> outcomes = new LinkedHashMap<>();
    String stays = hidden ? "comment.decision.staysHidden" : "comment.decision.stays";
    outcomes.put(Outcome.KEPT.key(), page.t(stays));
    Outcome other = hidden ? Outcome.RESTORED : Outcome.HIDDEN;
    outcomes.put(other.key(), page.t("comment.decision." + other.key() + ".do"));
    return outcomes;
  }

  static Map<String, String> rules(Page page) {
    Map<String, String> rules = new LinkedHashMap<>();
    for (Rule rule : Rule.values()) {
      rules.put(rule.key(), page.t("comment.rule." + rule.key()));
    }
    return rules;
  }
}

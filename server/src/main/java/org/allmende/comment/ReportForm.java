package org.allmende.comment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who reports a text.
 *
 * @param rule null for an objection
 * @param contact where the answer goes, null if none is wanted
 */
record ReportForm(@Nullable Rule rule, String words, @Nullable String contact) {

  private static final String OBJECTION = "objection";
  private static final int LONGEST = 2_000;

  static ReportForm read(Form form) {
    boolean objection = form.value("rule").equals(OBJECTION);
    Rule rule = objection ? null : form.choice("rule", Rule.class);
    if (rule == null && !objection) {
      form.reject("rule", "comment.report.rule.missing");
    }
    return new ReportForm(
        rule,
        form.text("words").max(LONGEST).required("comment.report.words.missing"),
        form.email("contact"));
  }

  /** What can be chosen; objecting only where something was decided. */
  static Map<String, String> choices(Page page, boolean decided) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Rule rule : Rule.values()) {
      choices.put(rule.key(), page.t("comment.rule." + rule.key()));
    }
    if (decided) {
      choices.put(OBJECTION, page.t("comment.rule." + OBJECTION));
    }
    return choices;
  }
}

package org.allmende.comment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.base.id.PersonId;
import org.allmende.base.privacy.PersonalData;
import org.allmende.base.privacy.PersonalField;
import org.allmende.base.privacy.Retention;
import org.allmende.base.privacy.Since;
import org.allmende.people.AddressUse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known about people who write below things, report texts and decide about them. */
@Component
class CommentPersonalData implements PersonalData, AddressUse {

  private final CommentStore comments;
  private final ReportStore reports;
  private final DecisionStore decisions;

  CommentPersonalData(CommentStore comments, ReportStore reports, DecisionStore decisions) {
    this.comments = comments;
    this.reports = reports;
    this.decisions = decisions;
  }

  /** As long as one can object, and a little to answer. */
  private static final int OBJECTING = 184;

  /** What nobody decides within a year, as when the text is gone, counts as decided then. */
  private static final String DECIDED =
      """
      coalesce((select d.at from comment_decision d where d.id = comment_report.decision),
        at + interval '1 year')
      """;

  private static final String COMMENT = "comment.privacy.comment";
  private static final String REPORT = "comment.privacy.report";
  private static final String DECISION = "comment.privacy.decision";

  @Override
  public List<PersonalField> describe() {
    return List.of(
        new Retention(Retention.YEARS, Since.WRITTEN, "shown_at")
            .nulled("comment_comment.person", COMMENT),
        new Retention(Retention.YEARS, Since.WRITTEN, "shown_at")
            .emptied("comment_comment.name", COMMENT),
        new Retention(60, Since.ASKED, "case when shown_at is null then at end")
            .deleted("comment_comment.words", "comment.privacy.unconfirmed"),
        new Retention(OBJECTING, Since.DECIDED, DECIDED).nulled("comment_report.person", REPORT),
        new Retention(OBJECTING, Since.DECIDED, DECIDED).emptied("comment_report.words", REPORT),
        new Retention(Retention.YEARS, Since.DECIDED, "at")
            .nulled("comment_decision.person", DECISION),
        new Retention(Retention.YEARS, Since.DECIDED, "at")
            .emptied("comment_decision.reason", DECISION),
        new Retention(OBJECTING, Since.HIDDEN, "at")
            .nulled("comment_hidden.words", "comment.privacy.hidden"));
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, List<String>> export(PersonId person) {
    return Map.of(
        "comment",
        comments.of(person).stream()
            .map(comment -> comment.at() + ": " + comment.name() + ": " + comment.words())
            .toList(),
        "report",
        reports.of(person).stream()
            .map(report -> report.at() + ": " + report.about() + ": " + report.words())
            .toList(),
        "decision",
        decisions.of(person).stream()
            .map(decision -> decision.at() + ": " + decision.about() + ": " + decision.reason())
            .toList());
  }

  @Override
  @Transactional
  public void erase(PersonId person) {
    comments.forget(person);
    reports.forget(person);
    decisions.forget(person);
  }

  /** Whoever reported a text is told what was decided. */
  @Override
  public Set<PersonId> among(Collection<PersonId> people) {
    return reports.waiting(people);
  }
}

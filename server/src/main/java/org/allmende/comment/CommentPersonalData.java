package org.allmende.comment;

import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.privacy.PersonalData;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known about people who write below things, report texts and decide about them. */
@Component
class CommentPersonalData implements PersonalData {

  private final CommentStore comments;
  private final ReportStore reports;
  private final DecisionStore decisions;

  CommentPersonalData(CommentStore comments, ReportStore reports, DecisionStore decisions) {
    this.comments = comments;
    this.reports = reports;
    this.decisions = decisions;
  }

  @Override
  public List<String> describe() {
    return List.of(
        "comment_comment.person",
        "comment_comment.name",
        "comment_report.person",
        "comment_report.words",
        "comment_decision.person",
        "comment_hidden.words");
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
            .toList());
  }

  @Override
  @Transactional
  public void erase(PersonId person) {
    comments.forget(person);
    reports.forget(person);
    decisions.forget(person);
  }
}

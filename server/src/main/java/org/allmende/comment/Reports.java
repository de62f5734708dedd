package org.allmende.comment;

import java.time.Clock;
import java.util.List;
import org.allmende.base.db.Submissions;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.people.Addresses;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Taking reports of texts, from anyone who can read them. */
@Component
class Reports {

  private final ReportStore reports;
  private final DecisionStore decisions;
  private final TextSources texts;
  private final Addresses addresses;
  private final Submissions submissions;
  private final ModerationTelling telling;
  private final Clock clock;

  Reports(
      ReportStore reports,
      DecisionStore decisions,
      TextSources texts,
      Addresses addresses,
      Submissions submissions,
      ModerationTelling telling,
      Clock clock) {
    this.reports = reports;
    this.decisions = decisions;
    this.texts = texts;
    this.addresses = addresses;
    this.submissions = submissions;
    this.telling = telling;
    this.clock = clock;
  }

  /**
   * The text somebody is about to report.
   *
   * @throws Problem 404 if there is none the person may read
   */
  @Transactional(readOnly = true)
  public PublicText text(Tenant tenant, String about, Viewer viewer) {
    return texts
        .read(tenant.id(), about, viewer)
        .orElseThrow(() -> Problem.notFound("comment.notFound"));
  }

  /** Whether something was decided about the text, so that one can object. */
  @Transactional(readOnly = true)
  public boolean isDecided(PublicText text) {
    return !decisions.last(List.of(text.ref())).isEmpty();
  }

  /**
   * Takes a report and tells the stewards that a text waits for them.
   *
   * @return its id
   */
  @Transactional
  public String report(
      PublicText text, ReportForm form, @Nullable String submission, Viewer viewer) {
    return submissions.once(
        "report:" + text.ref(), submission, () -> reportAnew(text, form, viewer));
  }

  private String reportAnew(PublicText text, ReportForm form, Viewer viewer) {
    String contact = form.contact();
    PersonId person =
        contact == null ? viewer.person() : addresses.addressed(contact, viewer.locale());
    var report =
        new Report(
            Ids.next(),
            text.tenant(),
            text.ref(),
            form.rule(),
            form.words(),
            person,
            clock.instant(),
            null);
    reports.insert(report);
    telling.received(report, text);
    Decision last = decisions.last(List.of(text.ref())).get(text.ref());
    telling.waiting(report, last);
    return report.id();
  }
}

package org.allmende.comment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.Pace;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reporting, deciding and the log, for programs. */
@RestController
@RequestMapping("/{tenant}/api/v1")
class ModerationApi {

  private final Reports reports;
  private final Moderation moderation;
  private final PublicAddress address;
  private final Pace pace;

  ModerationApi(Reports reports, Moderation moderation, PublicAddress address, Pace pace) {
    this.reports = reports;
    this.moderation = moderation;
    this.address = address;
    this.pace = pace;
  }

  /** A report that was taken. */
  record ReportBody(String id, String about, String url) {}

  /** What somebody said about a text. */
  record SaidBody(String rule, String words, Instant at) {}

  /** A text that waits for a steward or is hidden. */
  record TextBody(String about, String words, String url, boolean hidden, List<SaidBody> reports) {}

  /** A line of the public log. */
  record DecisionBody(Instant at, String kind, String rule, String outcome) {}

  /** {@code {about, rule, words, contact?}}; the rule {@code objection} objects to a decision. */
  @PostMapping("/reports")
  ResponseEntity<ReportBody> report(
      Tenant tenant,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    PublicText text = reports.text(tenant, form.value("about"), viewer);
    ReportForm read = ReportForm.read(form);
    form.orThrow();
    pace.count(viewer, request, response);
    String id = reports.report(text, read, form.submission(), viewer);
    String url = address.of(text.url());
    return Created.at(url, new ReportBody(id, text.ref().toString(), url));
  }

  @GetMapping("/texts")
  Listing<TextBody> queue(Tenant tenant, Viewer viewer) {
    Moderation.Queue queue = moderation.queue(tenant.id(), viewer);
    return Listing.of(
        Stream.concat(queue.waiting().stream(), queue.hidden().stream())
            .distinct()
            .map(this::text)
            .toList());
  }

  private TextBody text(Moderation.Case one) {
    PublicText text = one.text();
    return new TextBody(
        one.about().toString(),
        text.words(),
        address.of(text.url()),
        one.isHidden(),
        one.reports().stream()
            .map(report -> new SaidBody(report.ruleKey(), report.words(), report.at()))
            .toList());
  }

  /** {@code {outcome, rule, reason}}: {@code kept}, {@code hidden} or {@code restored}. */
  @PostMapping("/texts/{about}/decisions")
  TextBody decide(Tenant tenant, @PathVariable String about, Form form, Viewer viewer) {
    moderation.decide(tenant.id(), about, DecisionForm.read(form), viewer);
    return text(moderation.one(tenant.id(), about, viewer));
  }

  @GetMapping("/moderation")
  Listing<DecisionBody> log(Tenant tenant, @RequestParam(defaultValue = "1") int page) {
    Moderation.Log log = moderation.log(tenant.id(), page);
    String next =
        log.page() < log.last()
            ? address.of(tenant.url("/api/v1/moderation?page=" + (log.page() + 1)))
            : null;
    return Listing.of(
        log.rows().stream()
            .map(row ->
                new DecisionBody(
                    row.at(), row.about().kind(), row.rule().key(), row.outcome().key()))
            .toList(),
        next);
  }
}

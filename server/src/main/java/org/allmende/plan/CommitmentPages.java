package org.allmende.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Role;
import org.allmende.base.web.SharedPage;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "Meine Zusagen", and the page of one commitment. */
@Controller
class CommitmentPages {

  private final Commitments commitments;
  private final ObjectProvider<CommitmentBackground> background;

  CommitmentPages(Commitments commitments, ObjectProvider<CommitmentBackground> background) {
    this.commitments = commitments;
    this.background = background;
  }

  @GetMapping("/{tenant}/commitments/mine")
  ModelAndView mine(Tenant tenant, Viewer viewer, @RequestParam(defaultValue = "") String of) {
    viewer.require(tenant.id(), Role.OFFICER, Role.STEWARD);
    boolean isSteward = viewer.has(tenant.id(), Role.STEWARD);
    String scope = of.isEmpty() ? (viewer.has(tenant.id(), Role.OFFICER) ? "mine" : "all") : of;
    List<Commitment> shown =
        scope.equals("all") && isSteward
            ? commitments.of(tenant.id())
            : scope.equals("department")
                ? ofDepartment(tenant, viewer)
                : commitments.mine(tenant.id(), viewer);
    return new ModelAndView(
        "plan/mine",
        Map.of(
            "tenant", tenant,
            "scope", scope,
            "isSteward", isSteward,
            "groups", CommitmentGroups.of(rows(shown, viewer), commitments.today())));
  }

  private List<Commitment> ofDepartment(Tenant tenant, Viewer viewer) {
    String department = commitments.departmentOf(tenant.id(), viewer).orElse("");
    return commitments.of(tenant.id()).stream()
        .filter(commitment -> commitment.department().equals(department))
        .toList();
  }

  private List<CommitmentRow> rows(List<Commitment> shown, Viewer viewer) {
    Map<String, List<Progress>> log = commitments.log(shown.stream().map(Commitment::id).toList());
    CommitmentBackground slot = background.getIfAvailable();
    var behind =
        slot == null
            ? Map.<org.allmende.base.id.Ref, CommitmentBackground.Background>of()
            : slot.of(shown, viewer);
    return shown.stream()
        .map(commitment ->
            row(
                commitment,
                log.getOrDefault(commitment.id(), List.of()),
                behind.get(commitment.about())))
        .toList();
  }

  private CommitmentRow row(
      Commitment commitment, List<Progress> log, CommitmentBackground.@Nullable Background behind) {
    LocalDate today = commitments.today();
    boolean reasoned =
        log.stream()
            .anyMatch(line ->
                line.note() != null && commitments.day(line.at()).isAfter(commitment.dueOn()));
    return new CommitmentRow(
        commitment,
        ChronoUnit.DAYS.between(today, commitment.dueOn()),
        behind == null ? 0 : behind.waiting(),
        log.isEmpty() ? null : log.getLast(),
        reasoned,
        behind == null ? null : behind.fulfilUrl(),
        behind == null ? null : behind.story());
  }

  @SharedPage
  @GetMapping("/{tenant}/commitments/{id}")
  ModelAndView show(Tenant tenant, @PathVariable String id, Viewer viewer) {
    return page(
        tenant, commitments.get(tenant.id(), id, viewer), Form.empty(), viewer, HttpStatus.OK);
  }

  private ModelAndView page(
      Tenant tenant, Commitment commitment, Form form, Viewer viewer, HttpStatus status) {
    return new ModelAndView(
        "plan/commitment",
        Map.of(
            "tenant",
            tenant,
            "row",
            rows(List.of(commitment), viewer).getFirst(),
            "log",
            commitments.log(List.of(commitment.id())).getOrDefault(commitment.id(), List.of()),
            "mayReport",
            viewer.isKnown() && commitments.mayReport(commitment, viewer),
            "form",
            form),
        status);
  }

  @PostMapping("/{tenant}/commitments/{id}/progress")
  ModelAndView report(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.OFFICER, Role.STEWARD);
    CommitmentState state = form.choice("state", CommitmentState.class);
    String note = form.text("note").max(1_000).optional();
    if (state == null && note == null) {
      form.reject("note", "plan.form.note.missing");
    }
    Integer version = form.number("version", 0, Integer.MAX_VALUE);
    if (!form.isValid()) {
      return page(
          tenant,
          commitments.get(tenant.id(), id, viewer),
          form,
          viewer,
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Commitment after =
        commitments.report(
            new Commitments.On(tenant.id(), id, version, form.submission(), viewer), state, note);
    return Redirect.to(after.url(), "plan.saying.reported");
  }

  @PostMapping("/{tenant}/commitments/{id}/due-date")
  ModelAndView reschedule(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.OFFICER, Role.STEWARD);
    LocalDate due = form.date("dueOn");
    if (due == null) {
      form.reject("dueOn", "plan.form.dueOn.missing");
    } else if (due.isBefore(commitments.today())) {
      form.reject("dueOn", "plan.problem.past");
    }
    String reason = form.text("reason").max(1_000).required("plan.form.reason.missing");
    Integer version = form.number("version", 0, Integer.MAX_VALUE);
    if (!form.isValid() || due == null) {
      return page(
          tenant,
          commitments.get(tenant.id(), id, viewer),
          form,
          viewer,
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Commitment after =
        commitments.reschedule(
            new Commitments.On(tenant.id(), id, version, form.submission(), viewer), due, reason);
    return Redirect.to(after.url(), "plan.saying.rescheduled");
  }
}

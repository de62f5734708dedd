package org.allmende.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.allmende.base.web.Form;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commitments as JSON. */
@RestController
@RequestMapping("/{tenant}/api/v1/commitments")
class CommitmentApi {

  private final Commitments commitments;
  private final PublicAddress address;

  CommitmentApi(Commitments commitments, PublicAddress address) {
    this.address = address;
    this.commitments = commitments;
  }

  @GetMapping("/{id}")
  CommitmentJson get(Tenant tenant, @PathVariable String id, Viewer viewer) {
    return json(commitments.get(tenant.id(), id, viewer));
  }

  /** {@code {state?, note?, dueOn?}} by its officer or a steward. */
  @PatchMapping("/{id}")
  CommitmentJson change(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    viewer.known();
    CommitmentState state = form.choice("state", CommitmentState.class);
    String note = form.text("note").max(1_000).optional();
    LocalDate dueOn = form.date("dueOn");
    if (state == null && note == null && dueOn == null) {
      form.reject("note", "plan.form.note.missing");
    }
    form.orThrow();
    Commitment commitment = commitments.get(tenant.id(), id, viewer);
    var on = new Commitments.On(tenant.id(), id, null, form.submission(), viewer);
    if (dueOn != null) {
      commitment = commitments.reschedule(on, dueOn, note);
    }
    if (state != null || (note != null && dueOn == null)) {
      commitment = commitments.report(on, state, dueOn == null ? note : null);
    }
    return json(commitment);
  }

  private CommitmentJson json(Commitment commitment) {
    List<ProgressJson> log =
        commitments.log(List.of(commitment.id())).getOrDefault(commitment.id(), List.of()).stream()
            .map(line ->
                new ProgressJson(
                    line.at(),
                    line.state() == null ? null : line.state().key(),
                    line.note(),
                    line.dueAfter()))
            .toList();
    return new CommitmentJson(
        commitment.id(),
        address.of(commitment.url()),
        commitment.origin().title(),
        commitment.departmentName(),
        commitment.owner(),
        commitment.dueOn(),
        commitment.text(),
        commitment.state().key(),
        commitment.isLate(commitments.today()),
        commitment.keptAt(),
        log);
  }

  /** A commitment; the officer stays internal. */
  record CommitmentJson(
      String id,
      String url,
      String title,
      String department,
      String owner,
      LocalDate dueOn,
      @Nullable String text,
      String state,
      boolean overdue,
      @Nullable Instant keptAt,
      List<ProgressJson> progress) {}

  /** A line of the public log. */
  record ProgressJson(
      Instant at, @Nullable String state, @Nullable String note, @Nullable LocalDate dueOn) {}
}

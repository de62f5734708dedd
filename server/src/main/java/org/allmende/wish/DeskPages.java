package org.allmende.wish;

import java.util.Map;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.DatasetId;
import org.allmende.catalog.Topics;
import org.allmende.plan.CommitmentDraft;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The steward's pages: what came in, and deciding on a wish. A decision that comes too late keeps
 * its text.
 */
@Controller
class DeskPages {

  private final Desk desk;
  private final Wishes wishes;
  private final Decisions decisions;
  private final Suggestions suggestions;
  private final Potentials potentials;
  private final Fulfilment fulfilment;
  private final CommitForm commitForm;
  private final Topics topics;
  private final Tenants tenants;

  DeskPages(
      Desk desk,
      Wishes wishes,
      Decisions decisions,
      Suggestions suggestions,
      Potentials potentials,
      Fulfilment fulfilment,
      CommitForm commitForm,
      Topics topics,
      Tenants tenants) {
    this.desk = desk;
    this.wishes = wishes;
    this.decisions = decisions;
    this.suggestions = suggestions;
    this.potentials = potentials;
    this.fulfilment = fulfilment;
    this.commitForm = commitForm;
    this.topics = topics;
    this.tenants = tenants;
  }

  @GetMapping("/{tenant}/desk")
  ModelAndView desk(Tenant tenant, Viewer viewer) {
    return new ModelAndView(
        "wish/desk", Map.of("tenant", tenant, "desk", desk.of(tenant.id(), viewer)));
  }

  @GetMapping("/{tenant}/desk/wishes/{wish}")
  ModelAndView work(Tenant tenant, @PathVariable WishId wish, Viewer viewer) {
    return work(tenant, wish, Form.empty(), viewer);
  }

  private ModelAndView work(Tenant tenant, WishId wish, Form form, Viewer viewer) {
    return new ModelAndView(
        "wish/deskWish",
        Map.of("tenant", tenant, "work", desk.work(tenant.id(), wish, viewer), "form", form));
  }

  @PostMapping("/{tenant}/desk/wishes/{wish}/listing")
  ModelAndView list(Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    return decide(
        tenant,
        wish,
        form,
        viewer,
        "wish.desk.listed",
        () -> decisions.list(on(tenant, wish, form, viewer)));
  }

  @PostMapping("/{tenant}/desk/wishes/{wish}/topic")
  ModelAndView classify(Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    String topic = WishForm.topic(form, topics);
    return decide(
        tenant,
        wish,
        form,
        viewer,
        "wish.desk.classified",
        () -> decisions.classify(on(tenant, wish, form, viewer), topic));
  }

  @PostMapping("/{tenant}/desk/wishes/{wish}/questions")
  ModelAndView ask(Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    String question =
        form.text("question").max(Need.LONGEST).required("wish.desk.question.missing");
    return decide(
        tenant,
        wish,
        form,
        viewer,
        "wish.desk.asked",
        () -> decisions.ask(on(tenant, wish, form, viewer), question));
  }

  @PostMapping("/{tenant}/desk/wishes/{wish}/matches")
  ModelAndView match(Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    MatchKind kind = form.choice("kind", MatchKind.class);
    String gap = form.text("gap").max(Need.LONGEST).optional();
    String target = form.text("target").required("wish.desk.target.missing");
    return decide(
        tenant,
        wish,
        form,
        viewer,
        "wish.desk.matched",
        () ->
            decisions.match(
                on(tenant, wish, form, viewer),
                suggestions.choice(
                    wishes.ofWisher(tenant.id(), wish),
                    ref(target),
                    kind == null ? MatchKind.EXACT : kind,
                    gap,
                    viewer.locale())));
  }

  static Ref ref(String text) {
    try {
      return Ref.parse(text);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound("wish.match.noTarget");
    }
  }

  @PostMapping("/{tenant}/desk/wishes/{wish}/refusals")
  ModelAndView refuse(Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    RefusalCode code = form.choice("code", RefusalCode.class);
    if (code == null) {
      form.reject("code", "wish.desk.code.missing");
    }
    String reason = form.text("reason").max(Need.LONGEST).required("wish.desk.reason.missing");
    return decide(
        tenant,
        wish,
        form,
        viewer,
        "wish.desk.refused",
        () ->
            decisions.refuse(
                on(tenant, wish, form, viewer), java.util.Objects.requireNonNull(code), reason));
  }

  @PostMapping("/{tenant}/desk/wishes/{wish}/reopenings")
  ModelAndView reopen(Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    String reason = form.text("reopening").max(Need.LONGEST).required("wish.desk.reason.missing");
    return decide(
        tenant,
        wish,
        form,
        viewer,
        "wish.desk.reopened",
        () -> decisions.reopen(on(tenant, wish, form, viewer), reason));
  }

  @PostMapping("/{tenant}/desk/wishes/{wish}/forwardings")
  ModelAndView forward(Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    String to = form.text("to").required("wish.desk.to.missing");
    String reason = form.text("forwardReason").max(Need.LONGEST).optional();
    boolean isTown = TenantId.isSlug(to) && tenants.find(new TenantId(to)).isPresent();
    if (!to.isEmpty() && !isTown) {
      form.reject("to", "wish.desk.to.missing");
    }
    return decide(
        tenant,
        wish,
        form,
        viewer,
        "wish.desk.forwarded",
        () -> decisions.forward(on(tenant, wish, form, viewer), new TenantId(to), reason));
  }

  @PostMapping("/{tenant}/desk/wishes/{wish}/takeovers")
  ModelAndView takeOver(Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    return decide(
        tenant,
        wish,
        form,
        viewer,
        "wish.desk.takenOver",
        () -> decisions.takeOver(on(tenant, wish, form, viewer)));
  }

  @PostMapping("/{tenant}/desk/wishes/{wish}/returns")
  ModelAndView handBack(Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    String reason = form.text("handBack").max(Need.LONGEST).required("wish.desk.reason.missing");
    ModelAndView answer =
        decide(
            tenant,
            wish,
            form,
            viewer,
            "wish.desk.handedBack",
            () -> decisions.handBack(on(tenant, wish, form, viewer), reason));
    return answer.getStatus() == null
        ? Redirect.to(tenant.url("/desk"), "wish.desk.handedBack")
        : answer;
  }

  @PostMapping("/{tenant}/desk/wishes/{wish}/mergers")
  ModelAndView merge(Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    String into = form.text("into").required("wish.desk.target.missing");
    return decide(
        tenant,
        wish,
        form,
        viewer,
        "wish.desk.merged",
        () -> decisions.merge(on(tenant, wish, form, viewer), new WishId(into)));
  }

  @PostMapping("/{tenant}/desk/wishes/{wish}/commitments")
  ModelAndView commit(Tenant tenant, @PathVariable WishId wish, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    CommitmentDraft draft =
        commitForm.read(tenant.id(), form, decisions.origin(tenant.id(), wish, viewer));
    return decide(
        tenant,
        wish,
        form,
        viewer,
        "wish.desk.committed",
        () ->
            decisions.commit(
                on(tenant, wish, form, viewer), java.util.Objects.requireNonNull(draft)));
  }

  @PostMapping("/{tenant}/desk/potentials/{potential}/acceptance")
  ModelAndView accept(Tenant tenant, @PathVariable PotentialId potential, Viewer viewer) {
    potentials.accept(tenant.id(), potential, viewer);
    return Redirect.to(tenant.url("/desk"), "wish.desk.accepted");
  }

  /** „Zusage einlösen“: begins the dataset in which the promise is kept. */
  @PostMapping("/{tenant}/commitments/{commitment}/dataset")
  ModelAndView fulfil(Tenant tenant, @PathVariable String commitment, Viewer viewer) {
    DatasetId dataset = fulfilment.begin(tenant.id(), commitment, viewer);
    return Redirect.to(tenant.url("/datasets/" + dataset + "/edit"));
  }

  private static Decisions.On on(Tenant tenant, WishId wish, Form form, Viewer viewer) {
    return new Decisions.On(
        tenant.id(), wish, form.number("version", 1, Integer.MAX_VALUE), form.submission(), viewer);
  }

  /**
   * Does what was decided; if that is not possible, the page comes back with what was written and
   * why.
   */
  private ModelAndView decide(
      Tenant tenant, WishId wish, Form form, Viewer viewer, String saying, Runnable decision) {
    if (form.isValid()) {
      try {
        decision.run();
        return Redirect.to(tenant.url("/desk/wishes/" + wish), saying);
      } catch (Problem problem) {
        if (problem.status() != HttpStatus.CONFLICT
            && problem.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
          throw problem;
        }
        ModelAndView page =
            work(tenant, wish, form, viewer).addObject("problem", problem.message());
        page.setStatus(problem.status());
        return page;
      }
    }
    ModelAndView page = work(tenant, wish, form, viewer);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }
}

package org.allmende.notify;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Form;
import org.allmende.base.web.Pace;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where one subscribes, with or without account, and where one's subscriptions are. */
@Controller
class SubscriptionPages {

  private final Subscriptions subscriptions;
  private final Subjects subjects;
  private final OwnLinks own;
  private final Pace pace;

  SubscriptionPages(Subscriptions subscriptions, Subjects subjects, OwnLinks own, Pace pace) {
    this.subscriptions = subscriptions;
    this.subjects = subjects;
    this.own = own;
    this.pace = pace;
  }

  @GetMapping("/{tenant}/subscriptions/new")
  ModelAndView form(Tenant tenant, Form form, Viewer viewer) {
    return page(tenant, form, viewer);
  }

  private ModelAndView page(Tenant tenant, Form form, Viewer viewer) {
    Optional<Ref> asked = subjects.read(tenant, form.value("subject"));
    return new ModelAndView(
        "notify/subscribeForm",
        Map.of(
            "tenant", tenant,
            "form", form,
            "offered", subjects.offered(tenant, asked, viewer.locale())));
  }

  /** Says the same whatever is known of the address. */
  @PostMapping("/{tenant}/subscriptions")
  ModelAndView subscribe(
      Tenant tenant,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    SubscriptionForm read = SubscriptionForm.read(form, tenant, subjects, viewer);
    if (read == null) {
      ModelAndView again = page(tenant, form, viewer);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    pace.count(viewer, request, response);
    PersonId known = viewer.person();
    if (known != null) {
      subscriptions.subscribe(tenant.id(), read.subject(), read.tempo(), known);
      return Redirect.to("/subscriptions", "notify.subscribe.done");
    }
    subscriptions.subscribe(
        tenant.id(),
        read.subject(),
        read.tempo(),
        java.util.Objects.requireNonNull(read.contact()),
        viewer.locale());
    return Redirect.to(tenant.url("/subscriptions/new"), "notify.subscribe.asked");
  }

  @GetMapping("/subscriptions")
  ModelAndView mine(Viewer viewer) {
    return new ModelAndView(
        "notify/mySubscriptions",
        Map.of("rows", subscriptions.of(viewer.known(), viewer.locale())));
  }

  @PostMapping("/subscriptions/{id}/tempo")
  ModelAndView retime(@PathVariable String id, Form form, Viewer viewer) {
    subscriptions.retime(viewer.known(), id, tempo(form));
    return Redirect.to("/subscriptions", "notify.subscription.saved");
  }

  @PostMapping("/subscriptions/{id}/ending")
  ModelAndView end(@PathVariable String id, Viewer viewer) {
    subscriptions.end(viewer.known(), id);
    return Redirect.to("/subscriptions", "notify.subscription.saved");
  }

  @PostMapping("/private/{link}/subscriptions/{id}/tempo")
  ModelAndView retime(@PathVariable String link, @PathVariable String id, Form form) {
    subscriptions.retime(own.read(link), id, tempo(form));
    return Redirect.to("/private/" + link, "notify.subscription.saved");
  }

  @PostMapping("/private/{link}/subscriptions/{id}/ending")
  ModelAndView end(@PathVariable String link, @PathVariable String id) {
    subscriptions.end(own.read(link), id);
    return Redirect.to("/private/" + link, "notify.subscription.saved");
  }

  private static Tempo tempo(Form form) {
    Tempo tempo = form.choice("tempo", Tempo.class);
    form.orThrow();
    if (tempo == null) {
      throw Problem.invalid("notify.subscribe.tempo.missing");
    }
    return tempo;
  }
}

package org.allmende.notify;

import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Signer;
import org.allmende.base.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The inbox of an account, the private page of everybody else, and the one click that ends the
 * mails.
 */
@Controller
class InboxPages {

  private final Inbox inbox;
  private final Following following;
  private final Subscriptions subscriptions;
  private final OwnLinks own;
  private final Signer signer;

  InboxPages(
      Inbox inbox, Following following, Subscriptions subscriptions, OwnLinks own, Signer signer) {
    this.inbox = inbox;
    this.following = following;
    this.subscriptions = subscriptions;
    this.own = own;
    this.signer = signer;
  }

  @GetMapping("/inbox")
  ModelAndView inbox(Viewer viewer) {
    return new ModelAndView("notify/inbox", Map.of("notices", inbox.of(viewer.known())));
  }

  @PostMapping("/inbox/readings")
  ModelAndView readAll(Viewer viewer) {
    inbox.readAll(viewer.known());
    return Redirect.to("/inbox");
  }

  @GetMapping("/private/{link}")
  ModelAndView mine(@PathVariable String link, Viewer viewer) {
    PersonId person = own.read(link);
    return new ModelAndView(
        "notify/private",
        Map.of(
            "notices", inbox.of(person),
            "subscriptions", subscriptions.of(person, viewer.locale()),
            "link", link));
  }

  @GetMapping("/unsubscribe/{link}")
  ModelAndView askToEnd(@PathVariable String link) {
    return new ModelAndView(
        "notify/unsubscribe", Map.of("link", link, "kind", told(link).about().kind()));
  }

  /** Also what a mail program sends for RFC 8058, which knows no token of ours but the link. */
  @PostMapping("/unsubscribe/{link}")
  ModelAndView end(@PathVariable String link) {
    Told told = told(link);
    switch (told.about().kind()) {
      case Subscription.KIND -> subscriptions.end(told.person(), told.about().id());
      case Subscription.DIGEST -> subscriptions.endAll(told.person(), Tempo.of(told.about().id()));
      default -> following.unfollow(told.person(), told.about());
    }
    return new ModelAndView("notify/ended", Map.of());
  }

  private Told told(String link) {
    int dot = link.lastIndexOf('.');
    if (dot < 0
        || !signer.verify(
            NoticeMail.UNSUBSCRIBE, link.substring(0, dot), link.substring(dot + 1))) {
      throw Problem.notFound("notify.link.wrong");
    }
    String[] parts = link.substring(0, dot).split("\\.", 2);
    return new Told(new PersonId(parts[0]), Ref.parse(parts[1]));
  }

  /** Who is told about what. */
  private record Told(PersonId person, Ref about) {}
}

package org.allmende.bench.survive;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import org.allmende.bench.Api;

/**
 * What people do without an account: one registers for the only seat of a workshop and gives it
 * back, so that another gets it who waits; one comments on a wish; one subscribes.
 */
final class VisitorJourney {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  // Later than the week in which offers are short, and than the day on which none are made.
  private static final Duration AHEAD = Duration.ofDays(60);

  /** Somebody's registration and the last part of its private link. */
  private record Seat(String id, String link, String address) {

    String path() {
      return "registrations/own/" + link;
    }
  }

  private final Town town;
  private final Ledger ledger;
  private final Random random;
  private final String word;
  private final Persistent persistent;
  private String workshop = "";

  VisitorJourney(Town town, Ledger ledger, Random random, String word) {
    this.town = town;
    this.ledger = ledger;
    this.random = random;
    this.word = word;
    this.persistent = new Persistent(ledger);
  }

  void run() throws InterruptedException {
    plan();
    Seat first = register("erste");
    Seat next = register("zweite");
    comment();
    subscribe();
    confirm(first, "Sie sind angemeldet");
    confirm(next, "Warteliste, Platz 1");
    leave(first, next);
    accept(next);
  }

  private void plan() throws InterruptedException {
    String title = "Führung " + word;
    Instant begin = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.HOURS);
    Map<String, Object> body =
        Map.of(
            "title",
            title,
            "startsAt",
            begin.toString(),
            "endsAt",
            begin.plus(Duration.ofHours(4)).toString(),
            "template",
            "odfa-240",
            "capacity",
            1);
    workshop =
        persistent
            .act("workshop", key -> town.staff().send("POST", "workshops", body, key))
            .text("id");
    ledger.fact(
        new Fact(
            "workshop",
            title,
            t -> t.anybody().get("workshops/" + workshop).status() == 200 ? 1 : 0,
            t -> t.count("select count(*) from workshop_workshop where title = ?", title)));
  }

  private Seat register(String who) throws InterruptedException {
    String name = who + " " + word;
    String address = word + "." + who + "@post.example";
    Map<String, String> body = Map.of("name", name, "contact", address);
    Api.Answer registered =
        persistent.act(
            "registration",
            key -> town.anybody().send("POST", "registrations/workshop:" + workshop, body, key));
    var seat = new Seat(registered.text("id"), registered.text("link"), address);
    ledger.fact(
        new Fact(
            "registration",
            name,
            t -> t.anybody().get(seat.path()).text("id").equals(seat.id()) ? 1 : 0,
            t -> t.count("select count(*) from registration_registration where name = ?", name)));
    return seat;
  }

  private void comment() throws InterruptedException {
    var wish = new WishJourney(town, ledger, random, word);
    String about = "wish:" + wish.listed();
    String words = "Am " + word + " bitte eine mit Lehne.";
    String writer = word + ".rede@post.example";
    Map<String, String> body =
        Map.of("about", about, "words", words, "name", "Rede " + word, "contact", writer);
    persistent.act("comment", key -> town.anybody().send("POST", "comments", body, key));
    wish.followers().told("Neuer Beitrag", words);
    ledger.mail(new Ledger.ExpectedMail(writer, "Ihr Beitrag ist zu lesen", words));
    ledger.fact(
        new Fact(
            "comment",
            words,
            t ->
                t.anybody().get("comments?about=" + about).items().stream()
                    .filter(comment -> comment.get("words").getAsString().equals(words))
                    .count(),
            t -> t.count("select count(*) from comment_comment where words = ?", words)));
  }

  private void subscribe() throws InterruptedException {
    String address = word + ".abo@post.example";
    Map<String, String> body =
        Map.of("subject", "tenant:" + Town.SLUG, "tempo", "weekly", "contact", address);
    persistent.act("subscription", key -> town.anybody().send("POST", "subscriptions", body, key));
    asked(address);
    ledger.fact(
        new Fact(
            "subscription",
            address,
            // Only its owner sees it, by a link of a mail.
            t -> 1,
            t ->
                t.count(
                    "select count(*) from notify_subscription join people_address using (person)"
                        + " where email = ?",
                    address)));
  }

  /** Waits until the link of the mail was opened, and what had to wait for it was told. */
  private void confirm(Seat seat, String told) throws InterruptedException {
    asked(seat.address());
    ledger.mail(new Ledger.ExpectedMail(seat.address(), told, word));
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!isTold(seat)) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("Nobody told " + seat.address() + " for " + PATIENCE);
      }
      Thread.sleep(200);
    }
    ledger.acknowledged("confirmation", 0);
    ledger.fact(
        new Fact(
            "confirmation",
            seat.address(),
            t -> t.anybody().get(seat.path()).json().has("confirmBy") ? 0 : 1,
            t ->
                t.count(
                    "select count(*) from people_address where email = ? and confirmed_at is not"
                        + " null",
                    seat.address())));
  }

  private void asked(String address) {
    ledger.mail(new Ledger.ExpectedMail(address, "Bitte bestätigen Sie Ihre Adresse", "/confirm/"));
  }

  private boolean isTold(Seat seat) {
    try {
      return town.count(
              "select count(*) from notify_notice where about = ? and reached_at is not null",
              "registration:" + seat.id())
          > 0;
    } catch (IOException | SQLException away) {
      return false;
    }
  }

  /** Whoever waits is offered the seat by the very action that frees it. */
  private void leave(Seat first, Seat next) throws InterruptedException {
    act("leaving", first);
    ledger.fact(
        new Fact(
            "leaving", word, t -> isState(t, first, "canceled"), t -> changes(t, first, "left")));
    ledger.mail(new Ledger.ExpectedMail(next.address(), "Ein Platz ist frei", word));
    ledger.fact(new Fact("leaving", word + ", offered", t -> 1, t -> changes(t, next, "offered")));
  }

  private void accept(Seat next) throws InterruptedException {
    act("acceptance", next);
    ledger.mail(new Ledger.ExpectedMail(next.address(), "Sie sind angemeldet", word));
    ledger.fact(
        new Fact(
            "acceptance",
            word,
            t -> isState(t, next, "confirmed"),
            t -> changes(t, next, "accepted")));
  }

  private void act(String deed, Seat seat) throws InterruptedException {
    persistent.act(
        deed, key -> town.anybody().send("POST", seat.path() + "/" + deed, Map.of(), key));
  }

  private static long isState(Town t, Seat seat, String state) throws Exception {
    return t.anybody().get(seat.path()).text("state").equals(state) ? 1 : 0;
  }

  private static long changes(Town t, Seat seat, String kind) throws Exception {
    return t.count(
        "select count(*) from registration_change where registration = ? and kind = ?",
        seat.id(),
        kind);
  }
}

package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Contact cards for programs of participants. */
@RestController
@RequestMapping("/{tenant}/api/v1/workshops/{id}/contacts")
class ContactApi {

  /**
   * All of them as the participant whose token is sent may see them.
   *
   * @param own null while there is none
   */
  record BookView(@Nullable CardView own, List<OtherView> others) {

    static BookView of(ContactBook book) {
      return new BookView(
          CardView.of(book.own()), book.others().stream().map(OtherView::of).toList());
    }
  }

  /** Somebody else; {@code card} is null unless both have offered theirs. */
  record OtherView(
      String id, String name, boolean offered, boolean offers, @Nullable CardView card) {

    static OtherView of(ContactBook.Other other) {
      return new OtherView(
          other.id().value(),
          other.name(),
          other.offered(),
          other.offers(),
          CardView.of(other.card()));
    }
  }

  /** What stands on a card. */
  record CardView(
      String name,
      @Nullable String department,
      String reach,
      @Nullable String helps,
      @Nullable String seeks) {

    static @Nullable CardView of(@Nullable ContactCard card) {
      return card == null
          ? null
          : new CardView(card.name(), card.department(), card.reach(), card.helps(), card.seeks());
    }
  }

  private final Workshops workshops;
  private final ParticipantTokens tokens;
  private final Contacts contacts;

  ContactApi(Workshops workshops, ParticipantTokens tokens, Contacts contacts) {
    this.workshops = workshops;
    this.tokens = tokens;
    this.contacts = contacts;
  }

  @GetMapping
  BookView show(Tenant tenant, @PathVariable String id, HttpServletRequest request) {
    return BookView.of(contacts.of(sender(tenant, id, request)));
  }

  @PutMapping("/own")
  BookView put(Tenant tenant, @PathVariable String id, Form form, HttpServletRequest request) {
    Participant by = sender(tenant, id, request);
    ContactCard card = ContactCard.of(form);
    form.orThrow();
    contacts.put(by, card);
    return BookView.of(contacts.of(by));
  }

  /** Takes the own card back from everybody. */
  @DeleteMapping("/own")
  BookView remove(Tenant tenant, @PathVariable String id, HttpServletRequest request) {
    Participant by = sender(tenant, id, request);
    contacts.remove(by);
    return BookView.of(contacts.of(by));
  }

  /** Offers the own card to somebody; to who has offered theirs, this accepts. */
  @PostMapping("/offers")
  BookView offer(Tenant tenant, @PathVariable String id, Form form, HttpServletRequest request) {
    Participant by = sender(tenant, id, request);
    contacts.offer(by, ContactCard.other(form));
    return BookView.of(contacts.of(by));
  }

  @PostMapping("/withdrawals")
  BookView withdraw(Tenant tenant, @PathVariable String id, Form form, HttpServletRequest request) {
    Participant by = sender(tenant, id, request);
    contacts.withdraw(by, ContactCard.other(form));
    return BookView.of(contacts.of(by));
  }

  private Participant sender(Tenant tenant, String id, HttpServletRequest request) {
    return tokens
        .of(workshops.get(tenant.id(), id).id(), request)
        .orElseThrow(() -> Problem.forbidden("workshop.token.wrong"));
  }
}

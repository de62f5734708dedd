package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.allmende.base.web.Form;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Redirect;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where participants write a contact card, offer it, and read those they were given. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/contacts")
class ContactPages {

  private final Workshops workshops;
  private final ParticipantTokens tokens;
  private final Contacts contacts;
  private final PublicAddress here;

  ContactPages(
      Workshops workshops, ParticipantTokens tokens, Contacts contacts, PublicAddress here) {
    this.workshops = workshops;
    this.tokens = tokens;
    this.contacts = contacts;
    this.here = here;
  }

  /**
   * The page; with a private link from anywhere, which gives the browser its place.
   *
   * @param place the token of the private link
   */
  @GetMapping
  ModelAndView show(
      Tenant tenant,
      @PathVariable String id,
      @RequestParam @Nullable String place,
      HttpServletRequest request,
      HttpServletResponse response) {
    Workshop workshop = workshops.get(tenant.id(), id);
    Optional<Participant> linked = tokens.of(workshop.id(), place);
    if (linked.isPresent()) {
      response.addCookie(tokens.cookie(workshop, linked.get().id(), request));
      return Redirect.to(workshop.url("/contacts"));
    }
    return tokens
        .of(workshop.id(), request)
        .map(reader -> page(workshop, reader, null))
        .orElseGet(() -> Redirect.to(workshop.url("/join")));
  }

  @PostMapping
  ModelAndView put(Tenant tenant, @PathVariable String id, Form form, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    Participant by = tokens.of(workshop.id(), request).orElse(null);
    if (by == null) {
      return Redirect.to(workshop.url("/join"));
    }
    ContactCard card = ContactCard.of(form);
    if (!form.isValid()) {
      ModelAndView again = page(workshop, by, form);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    contacts.put(by, card);
    return Redirect.to(workshop.url("/contacts"), "workshop.contact.kept");
  }

  @PostMapping("/removal")
  ModelAndView remove(Tenant tenant, @PathVariable String id, HttpServletRequest request) {
    return doing(workshops.get(tenant.id(), id), request, contacts::remove);
  }

  @PostMapping("/offers")
  ModelAndView offer(
      Tenant tenant, @PathVariable String id, Form form, HttpServletRequest request) {
    return doing(
        workshops.get(tenant.id(), id), request, by -> contacts.offer(by, ContactCard.other(form)));
  }

  @PostMapping("/withdrawals")
  ModelAndView withdraw(
      Tenant tenant, @PathVariable String id, Form form, HttpServletRequest request) {
    return doing(
        workshops.get(tenant.id(), id),
        request,
        by -> contacts.withdraw(by, ContactCard.other(form)));
  }

  private ModelAndView doing(
      Workshop workshop, HttpServletRequest request, Consumer<Participant> deed) {
    Participant by = tokens.of(workshop.id(), request).orElse(null);
    if (by == null) {
      return Redirect.to(workshop.url("/join"));
    }
    deed.accept(by);
    return Redirect.to(workshop.url("/contacts"));
  }

  private ModelAndView page(Workshop workshop, Participant reader, @Nullable Form sent) {
    ContactBook book = contacts.of(reader);
    return new ModelAndView(
        "workshop/contacts",
        Map.of(
            "workshop",
            workshop,
            "book",
            book,
            "link",
            here.of(workshop.url("/contacts") + "?place=" + tokens.token(reader.id())),
            "form",
            sent == null ? proposed(reader, book.own()) : sent));
  }

  /** The card as it is, or what the person said when joining. */
  private static Form proposed(Participant reader, @Nullable ContactCard own) {
    Map<String, String> fields = new HashMap<>();
    fields.put("name", own == null ? reader.name() : own.name());
    put(fields, "department", own == null ? reader.department() : own.department());
    if (own != null) {
      fields.put("reach", own.reach());
      put(fields, "helps", own.helps());
      put(fields, "seeks", own.seeks());
    }
    return Form.of(fields);
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}

package org.allmende.wish;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Pace;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Topics;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the wisher does with the private link: change, answer, withdraw, be told. */
@Controller
@RequestMapping("/{tenant}/wishes/{wish}/private/{token}")
class PrivatePages {

  private final Wishes wishes;
  private final WishLists lists;
  private final Topics topics;
  private final PrivateLinks links;
  private final Pace pace;

  PrivatePages(Wishes wishes, WishLists lists, Topics topics, PrivateLinks links, Pace pace) {
    this.wishes = wishes;
    this.lists = lists;
    this.topics = topics;
    this.links = links;
    this.pace = pace;
  }

  @GetMapping
  ModelAndView show(
      Tenant tenant, @PathVariable WishId wish, @PathVariable String token, Viewer viewer) {
    links.require(wish, token);
    Wish found = wishes.ofWisher(tenant.id(), wish);
    return page(tenant, found, WishForm.of(found), viewer);
  }

  private ModelAndView page(Tenant tenant, Wish wish, Form form, Viewer viewer) {
    return new ModelAndView(
        "wish/wishPrivate",
        Map.of(
            "tenant", tenant,
            "wish", lists.show(tenant.id(), wish, viewer),
            "form", form,
            "link", links.url(tenant.id(), wish.id()),
            "path", links.path(tenant.id(), wish.id())));
  }

  @PostMapping("/wording")
  ModelAndView change(
      Tenant tenant,
      @PathVariable WishId wish,
      @PathVariable String token,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    links.require(wish, token);
    WishForm read = WishForm.read(form, topics);
    Integer version = form.number("version", 1, Integer.MAX_VALUE);
    if (!form.isValid()) {
      ModelAndView page = page(tenant, wishes.ofWisher(tenant.id(), wish), form, viewer);
      page.setStatus(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    pace.count(viewer, request, response);
    wishes.change(tenant.id(), wish, read.need(), version);
    return Redirect.to(links.path(tenant.id(), wish), "wish.private.changed");
  }

  @PostMapping("/answers")
  ModelAndView answer(
      Tenant tenant,
      @PathVariable WishId wish,
      @PathVariable String token,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    links.require(wish, token);
    String answer = form.text("answer").max(Need.LONGEST).required("wish.private.answer.missing");
    form.orThrow();
    pace.count(viewer, request, response);
    wishes.answer(tenant.id(), wish, answer, form.submission());
    return Redirect.to(links.path(tenant.id(), wish), "wish.private.answered");
  }

  @PostMapping("/following")
  ModelAndView follow(
      Tenant tenant,
      @PathVariable WishId wish,
      @PathVariable String token,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    links.require(wish, token);
    String contact = form.email("contact");
    if (contact == null) {
      form.reject("contact", "wish.private.contact.missing");
    }
    form.orThrow();
    pace.count(viewer, request, response);
    wishes.tell(tenant.id(), wish, java.util.Objects.requireNonNull(contact), viewer.locale());
    return Redirect.to(links.path(tenant.id(), wish), "wish.private.following");
  }

  @PostMapping("/withdrawal")
  ModelAndView withdraw(Tenant tenant, @PathVariable WishId wish, @PathVariable String token) {
    links.require(wish, token);
    wishes.withdraw(tenant.id(), wish);
    return Redirect.to(links.path(tenant.id(), wish), "wish.private.withdrawn");
  }
}

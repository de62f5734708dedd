package org.allmende.wish;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Pace;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.SharedPage;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Topics;
import org.allmende.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The public pages: reading, stating and supporting wishes. */
@Controller
class WishPages {

  private final Wishes wishes;
  private final WishLists lists;
  private final Topics topics;
  private final PrivateLinks links;
  private final Pace pace;

  WishPages(Wishes wishes, WishLists lists, Topics topics, PrivateLinks links, Pace pace) {
    this.wishes = wishes;
    this.lists = lists;
    this.topics = topics;
    this.links = links;
    this.pace = pace;
  }

  @SharedPage
  @GetMapping("/{tenant}/wishes")
  ModelAndView list(Tenant tenant, Form form, Viewer viewer) {
    WishFilter filter = WishFilter.of(form);
    return new ModelAndView(
        "wish/wishList",
        Map.of("tenant", tenant, "list", lists.list(tenant.id(), filter, viewer), "form", form));
  }

  @GetMapping("/{tenant}/wishes/new")
  ModelAndView blank(Tenant tenant, Form form) {
    return new ModelAndView("wish/wishNew", Map.of("tenant", tenant, "form", form));
  }

  @PostMapping("/{tenant}/wishes")
  ModelAndView state(
      Tenant tenant,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    WishForm read = WishForm.read(form, topics);
    if (!form.isValid()) {
      return refused("wish/wishNew", Map.of("tenant", tenant, "form", form));
    }
    pace.count(viewer, request, response);
    WishId id = wishes.state(tenant.id(), read, form.submission(), viewer);
    return Redirect.to(links.path(tenant.id(), id), "wish.stated.said");
  }

  @SharedPage
  @GetMapping("/{tenant}/wishes/{wish}")
  ModelAndView show(Tenant tenant, @PathVariable WishId wish, Viewer viewer) {
    Wish found = wishes.get(tenant.id(), wish, viewer);
    if (found.mergedInto() != null) {
      return Redirect.to(tenant.url("/wishes/" + found.mergedInto()));
    }
    return show(tenant, found, Form.empty(), viewer);
  }

  private ModelAndView show(Tenant tenant, Wish wish, Form form, Viewer viewer) {
    return new ModelAndView(
        "wish/wishShow",
        Map.of("tenant", tenant, "wish", lists.show(tenant.id(), wish, viewer), "form", form));
  }

  @PostMapping("/{tenant}/wishes/{wish}/supports")
  ModelAndView support(
      Tenant tenant,
      @PathVariable WishId wish,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    Wish found = wishes.get(tenant.id(), wish, viewer);
    SupportForm read = SupportForm.read(form);
    if (!form.isValid()) {
      ModelAndView page = show(tenant, found, form, viewer);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    pace.count(viewer, request, response);
    boolean counted = wishes.support(tenant.id(), wish, read, form.submission(), viewer);
    return Redirect.to(found.url(), counted ? "wish.support.said" : "wish.support.again");
  }

  static ModelAndView refused(String template, Map<String, ?> model) {
    var page = new ModelAndView(template, new HashMap<>(model));
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }
}

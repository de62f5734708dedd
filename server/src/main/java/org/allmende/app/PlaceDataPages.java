package org.allmende.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Redirect;
import org.allmende.people.Addresses;
import org.allmende.tenant.Tenant;
import org.allmende.workshop.Participant;
import org.allmende.workshop.Places;
import org.allmende.workshop.Workshop;
import org.allmende.workshop.Workshops;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where those who take part in a workshop, most of them without an address, take their data along
 * and have them erased.
 */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/own")
class PlaceDataPages {

  private final Workshops workshops;
  private final Places places;
  private final OwnData data;
  private final Addresses addresses;

  PlaceDataPages(Workshops workshops, Places places, OwnData data, Addresses addresses) {
    this.workshops = workshops;
    this.places = places;
    this.data = data;
    this.addresses = addresses;
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
    if (place != null) {
      response.addCookie(places.cookie(workshop, place, request));
      return Redirect.to(workshop.url("/own"));
    }
    return page(workshop, places.holder(workshop, request), Form.empty());
  }

  @GetMapping("/data.json")
  ResponseEntity<Map<String, List<String>>> take(
      Tenant tenant, @PathVariable String id, HttpServletRequest request) {
    Participant holder = places.holder(workshops.get(tenant.id(), id), request);
    return OwnDataPages.file(data.ofPlace(holder.person()));
  }

  @PostMapping("/erasure")
  ModelAndView erase(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      HttpServletRequest request,
      HttpServletResponse response) {
    Workshop workshop = workshops.get(tenant.id(), id);
    Participant holder = places.holder(workshop, request);
    if (!form.ticked("meant")) {
      form.reject("meant", "app.place.meant.missing");
      ModelAndView again = page(workshop, holder, form);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    data.erasePlace(holder.person());
    response.addCookie(places.noCookie(workshop, holder, request));
    return new ModelAndView("app/erased", Map.of());
  }

  private ModelAndView page(Workshop workshop, Participant holder, Form form) {
    return new ModelAndView(
        "app/place",
        Map.of(
            "workshop",
            workshop,
            "addressed",
            addresses.reachable(List.of(holder.person())).containsKey(holder.person()),
            "form",
            form));
  }
}

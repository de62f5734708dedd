package org.allmende.people;

import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page behind the link of the one mail that asks. Opening it is the confirmation; again it
 * changes nothing.
 */
@Controller
class ConfirmPages {

  private final Addresses addresses;

  ConfirmPages(Addresses addresses) {
    this.addresses = addresses;
  }

  @GetMapping("/confirm/{link}")
  ModelAndView confirm(@PathVariable String link) {
    int dot = link.indexOf('.');
    if (dot < 0
        || !addresses.confirm(new PersonId(link.substring(0, dot)), link.substring(dot + 1))) {
      throw Problem.gone("people.confirm.gone");
    }
    return new ModelAndView("people/confirmed", Map.of());
  }
}

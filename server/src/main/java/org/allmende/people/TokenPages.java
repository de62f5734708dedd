package org.allmende.people;

import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where staff make tokens for programs that work with their roles, and end them. */
@Controller
class TokenPages {

  private final Tokens tokens;

  TokenPages(Tokens tokens) {
    this.tokens = tokens;
  }

  @GetMapping("/account/tokens")
  ModelAndView list(Viewer viewer) {
    return page(viewer.known(), Form.empty(), "", HttpStatus.OK);
  }

  private ModelAndView page(PersonId person, Form form, String fresh, HttpStatus status) {
    return new ModelAndView(
        "people/tokens", Map.of("tokens", tokens.of(person), "fresh", fresh, "form", form), status);
  }

  /** The only answer that shows the token, so it is no redirect. */
  @PostMapping("/account/tokens")
  ModelAndView make(Form form, Viewer viewer) {
    PersonId person = viewer.known();
    String name = form.text("name").max(100).required("people.token.name.missing");
    if (!form.isValid()) {
      return page(person, form, "", HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page(person, Form.empty(), tokens.make(person, name), HttpStatus.CREATED);
  }

  @PostMapping("/account/tokens/{id}/revocation")
  ModelAndView revoke(@PathVariable String id, Viewer viewer) {
    tokens.revoke(viewer.known(), id);
    return Redirect.to("/account/tokens", "people.saying.tokenRevoked");
  }
}

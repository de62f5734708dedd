package org.allmende.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Pace;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody who forgot the password asks for a link, and where it leads. */
@Controller
class PasswordLinkPages {

  private final PasswordLinks links;
  private final Passwords passwords;
  private final People people;
  private final Logins logins;
  private final Pace pace;

  PasswordLinkPages(
      PasswordLinks links, Passwords passwords, People people, Logins logins, Pace pace) {
    this.links = links;
    this.passwords = passwords;
    this.people = people;
    this.logins = logins;
    this.pace = pace;
  }

  @GetMapping("/login/forgotten")
  ModelAndView ask() {
    return new ModelAndView("people/forgotten", Map.of("form", Form.empty()));
  }

  /** Says the same whether or not there is an account. */
  @PostMapping("/login/forgotten")
  ModelAndView send(
      Form form, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
    String email = form.email("email");
    if (email == null) {
      form.reject("email", "people.form.email.missing");
      return new ModelAndView(
          "people/forgotten", Map.of("form", form), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    pace.count(viewer, request, response);
    links.send(email, viewer.locale());
    return Redirect.to("/login", "people.saying.passwordLink");
  }

  @GetMapping("/login/password/{link}")
  ModelAndView show(@PathVariable String link) {
    return page(links.open(link), link, Form.empty(), HttpStatus.OK);
  }

  private static ModelAndView page(Credential known, String link, Form form, HttpStatus status) {
    return new ModelAndView(
        "people/newPassword", Map.of("email", known.email(), "link", link, "form", form), status);
  }

  @PostMapping("/login/password/{link}")
  ModelAndView choose(
      @PathVariable String link,
      Form form,
      HttpServletRequest request,
      HttpServletResponse response) {
    Credential known = links.open(link);
    String password = NewPassword.read(form);
    if (!form.isValid()) {
      return page(known, link, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    passwords.replace(known, people.hashed(password), "people.password.reset");
    logins.open(known.person(), request, response);
    return Redirect.to("/account", "people.saying.passwordChosen");
  }
}

package org.allmende.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody changes the own password. */
@Controller
class PasswordPages {

  private static final String OLD = "oldPassword";

  private final Passwords passwords;
  private final PasswordLogin login;
  private final People people;
  private final Logins logins;

  PasswordPages(Passwords passwords, PasswordLogin login, People people, Logins logins) {
    this.passwords = passwords;
    this.login = login;
    this.people = people;
    this.logins = logins;
  }

  @GetMapping("/account/password")
  ModelAndView show(Viewer viewer) {
    var _ = viewer.known();
    return page(Form.empty(), HttpStatus.OK);
  }

  private static ModelAndView page(Form form, HttpStatus status) {
    return new ModelAndView("people/password", Map.of("form", form), status);
  }

  @PostMapping("/account/password")
  ModelAndView change(
      Form form, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
    Credential known =
        passwords.of(viewer.known()).orElseThrow(() -> Problem.conflict("people.password.changed"));
    String password = NewPassword.read(form);
    if (form.isValid()) {
      prove(known, form);
    }
    if (!form.isValid()) {
      return page(form, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    passwords.replace(known, people.hashed(password), "people.password.change");
    logins.open(known.person(), request, response);
    return Redirect.to("/account", "people.saying.passwordChosen");
  }

  /** As at the login, so that wrong ones count: the browser may have been left open. */
  private void prove(Credential known, Form form) {
    try {
      login.authenticate(
          UsernamePasswordAuthenticationToken.unauthenticated(known.email(), form.value(OLD)));
    } catch (BadCredentialsException e) {
      form.reject(OLD, "people.password.old.wrong");
    } catch (LockedException e) {
      throw Problem.tooMany("people.login.locked");
    }
  }
}

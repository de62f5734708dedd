package org.allmende.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page of a new installation: its operator's account. */
@Controller
class SetUpPages {

  private final SetUp setUp;
  private final People people;
  private final Logins logins;

  SetUpPages(SetUp setUp, People people, Logins logins) {
    this.setUp = setUp;
    this.people = people;
    this.logins = logins;
  }

  @GetMapping("/setup/{token}")
  ModelAndView show(@PathVariable String token) {
    mustBeRight(token);
    return new ModelAndView("people/setup", Map.of("token", token, "form", Form.empty()));
  }

  @PostMapping("/setup/{token}")
  ModelAndView create(
      @PathVariable String token,
      Form form,
      HttpServletRequest request,
      HttpServletResponse response) {
    mustBeRight(token);
    String email = form.email("email");
    if (email == null) {
      form.reject("email", "people.form.email.missing");
    }
    AccountForm account = AccountForm.read(form);
    if (email == null || !form.isValid()) {
      return new ModelAndView(
          "people/setup", Map.of("token", token, "form", form), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    PersonId operator = people.account(email, account.name(), people.hashed(account.password()));
    people.makeOperator(operator);
    logins.open(operator, request, response);
    return Redirect.to("/operator/tenants", "people.saying.setUp");
  }

  private void mustBeRight(String token) {
    if (!setUp.isRight(token)) {
      throw Problem.notFound("people.setup.gone");
    }
  }
}

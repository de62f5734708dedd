package org.allmende.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.allmende.base.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Shows the login page again with one sentence; it never says whether the address is known. */
@Component
class LoginFailure implements AuthenticationFailureHandler {

  private final Pages pages;
  private final LoginHints hints;

  LoginFailure(Pages pages, LoginHints hints) {
    this.pages = pages;
    this.hints = hints;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    boolean locked = e instanceof LockedException;
    String next = Objects.requireNonNullElse(request.getParameter("next"), "");
    LoginView view =
        new LoginView(
            next,
            KeptForm.carriedBy(request),
            locked ? "people.login.locked" : "people.login.wrong",
            hints.all());
    pages.render(
        request,
        response,
        locked ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNAUTHORIZED,
        "people/login",
        Map.of("login", view));
  }
}

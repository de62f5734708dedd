package org.allmende.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.allmende.base.web.Pages;
import org.allmende.base.web.Problem;
import org.allmende.base.web.ProblemAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Asks for a login where one is needed, and keeps what the person had written. */
@Component
class LoginPrompt implements AuthenticationEntryPoint {

  private final Pages pages;
  private final ProblemAnswer answer;

  LoginPrompt(Pages pages, ProblemAnswer answer) {
    this.pages = pages;
    this.answer = answer;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    if (ProblemAnswer.isApi(request)) {
      response.setHeader("WWW-Authenticate", "Bearer");
      answer.write(Problem.of(HttpStatus.UNAUTHORIZED, "base.problem.login"), request, response);
    } else if (request.getMethod().equals("GET")) {
      String query = request.getQueryString();
      String next = request.getRequestURI() + (query == null ? "" : "?" + query);
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader(
          "Location", "/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    } else {
      pages.render(
          request,
          response,
          HttpStatus.UNAUTHORIZED,
          "people/login",
          Map.of("login", LoginView.keeping(KeptForm.of(request))));
    }
  }

  /** A CSRF token that ran out: the form is shown again, to be sent once more. */
  void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    if (e instanceof CsrfException && !ProblemAnswer.isApi(request)) {
      pages.render(
          request,
          response,
          HttpStatus.FORBIDDEN,
          "people/resume",
          Map.of("kept", KeptForm.of(request)));
    } else {
      answer.write(Problem.forbidden("base.problem.role"), request, response);
    }
  }
}

package org.allmende.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.allmende.base.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Goes where the person wanted to go, or shows the kept form again. */
@Component
class LoginSuccess implements AuthenticationSuccessHandler {

  private final Pages pages;

  LoginSuccess(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    KeptForm kept = KeptForm.carriedBy(request);
    if (!kept.to().isEmpty() && !kept.fields().isEmpty()) {
      pages.render(request, response, HttpStatus.OK, "people/resume", Map.of("kept", kept));
      return;
    }
    String next = request.getParameter("next");
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(
        "Location", next != null && KeptForm.isLocal(next) ? next : "/account/start");
  }
}

package org.allmende.people;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The login page. */
@Controller
class LoginPages {

  private final LoginHints hints;

  LoginPages(LoginHints hints) {
    this.hints = hints;
  }

  @GetMapping("/login")
  ModelAndView login(@RequestParam(defaultValue = "") String next) {
    return new ModelAndView(
        "people/login", Map.of("login", LoginView.to(next).hinting(hints.all())));
  }
}

package org.allmende.notify;

import org.allmende.base.web.Redirect;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Sends whoever has an account there, and so to the login; before all that fails is caught. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccountInsteadAdvice {

  @ExceptionHandler(AccountInstead.class)
  ModelAndView lead() {
    return Redirect.to(AccountInstead.PATH);
  }
}

package org.allmende.base.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Answers a successful POST with 303 to the page that shows what has become of it. */
public final class Redirect {

  /** Model key under which a sentence travels to the next page. */
  static final String SAYING = Redirect.class.getName() + ".saying";

  private Redirect() {}

  /** To an address within the installation. */
  public static ModelAndView to(String url) {
    var view = new RedirectView(url);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExposeModelAttributes(false);
    return new ModelAndView(view);
  }

  /** To an address, where the sentence of this key is shown once. */
  public static ModelAndView to(String url, String sayingKey) {
    return to(url).addObject(SAYING, sayingKey);
  }
}

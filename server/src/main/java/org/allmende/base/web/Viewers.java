package org.allmende.base.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.allmende.base.i18n.Texts;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Finds out who is asking, and in which language. */
@Component
public class Viewers {

  private final LocaleResolver locales;

  Viewers(LocaleResolver locales) {
    this.locales = locales;
  }

  public Viewer of(HttpServletRequest request) {
    Locale locale = Texts.spoken(locales.resolveLocale(request));
    if (Outage.isMarked(request)) {
      return Viewer.anonymous(locale);
    }
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Viewer viewer) {
      return viewer.speaking(locale);
    }
    return Viewer.anonymous(locale);
  }
}

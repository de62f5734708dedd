package org.allmende.registration;

import java.util.Locale;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Registers, and sends the private link once more to whoever is registered already. */
@Component
class SigningUp {

  static final String ALREADY = "registration.already";

  private final Registrations registrations;

  SigningUp(Registrations registrations) {
    this.registrations = registrations;
  }

  Registration register(
      Ref about, NewRegistration wanted, @Nullable String submission, Locale locale) {
    try {
      return registrations.register(about, wanted, submission, locale);
    } catch (Problem problem) {
      if (problem.message().key().equals(ALREADY)) {
        registrations.remind(about, wanted.email(), locale);
      }
      throw problem;
    }
  }
}

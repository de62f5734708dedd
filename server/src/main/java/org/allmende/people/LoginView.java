package org.allmende.people;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the login page shows.
 *
 * @param next where to go after the login
 * @param kept a form carried through the login; without target when there is none
 * @param problem key of the sentence about the last attempt, null at first
 * @param hints accounts shown in demo mode
 */
record LoginView(String next, KeptForm kept, @Nullable String problem, List<LoginHint> hints) {

  static LoginView keeping(KeptForm kept) {
    return new LoginView("", kept, "people.login.expired", List.of());
  }

  static LoginView to(String next) {
    return new LoginView(next, new KeptForm("", Map.of()), null, List.of());
  }

  LoginView failing(String problemKey) {
    return new LoginView(next, kept, problemKey, hints);
  }

  LoginView hinting(List<LoginHint> known) {
    return new LoginView(next, kept, problem, known);
  }
}

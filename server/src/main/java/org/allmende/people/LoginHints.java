package org.allmende.people;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** The accounts of the demo content; always empty otherwise. */
@Component
public class LoginHints {

  private final List<LoginHint> hints = new CopyOnWriteArrayList<>();

  /** Shows an account on the login page. */
  public void show(LoginHint hint) {
    hints.add(hint);
  }

  List<LoginHint> all() {
    return List.copyOf(hints);
  }
}

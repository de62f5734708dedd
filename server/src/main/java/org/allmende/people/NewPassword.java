package org.allmende.people;

import org.allmende.base.web.Form;

/** A password somebody chooses; length is what counts, so there are no other rules. */
final class NewPassword {

  private static final int SHORTEST = 10;
  private static final int LONGEST = 200;

  private NewPassword() {}

  static String read(Form form) {
    String password = form.value("password");
    if (password.length() < SHORTEST) {
      form.reject("password", "people.form.password.short", SHORTEST);
    } else if (password.length() > LONGEST) {
      form.reject("password", "base.form.tooLong", LONGEST, password.length());
    }
    return password;
  }
}

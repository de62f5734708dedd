package org.allmende.people;

import org.allmende.base.web.Form;

/**
 * Name and password of a new account.
 *
 * @param password at least 10 characters; length is what counts, so there are no other rules
 */
record AccountForm(String name, String password) {

  private static final int SHORTEST = 10;

  static AccountForm read(Form form) {
    String name = form.text("name").max(200).required("people.form.name.missing");
    String password = form.value("password");
    if (password.length() < SHORTEST) {
      form.reject("password", "people.form.password.short", SHORTEST);
    } else if (password.length() > 200) {
      form.reject("password", "base.form.tooLong", 200, password.length());
    }
    return new AccountForm(name, password);
  }
}

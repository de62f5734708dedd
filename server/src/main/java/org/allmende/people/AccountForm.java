package org.allmende.people;

import org.allmende.base.web.Form;

/** Name and password of a new account. */
record AccountForm(String name, String password) {

  static AccountForm read(Form form) {
    String name = form.text("name").max(200).required("people.form.name.missing");
    return new AccountForm(name, NewPassword.read(form));
  }
}

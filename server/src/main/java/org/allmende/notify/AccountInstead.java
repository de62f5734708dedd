package org.allmende.notify;

/** A link from a mail was opened whose person has an account: it says nothing and does nothing. */
final class AccountInstead extends RuntimeException {

  static final String PATH = "/account";

  private static final long serialVersionUID = 1L;

  AccountInstead() {
    super("a private link of somebody with an account", null, false, false);
  }
}

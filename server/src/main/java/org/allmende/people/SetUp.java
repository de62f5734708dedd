package org.allmende.people;

import org.allmende.base.web.Signer;
import org.springframework.stereotype.Component;

/**
 * The one-time address at which the operator sets up a new installation; good until somebody did.
 */
@Component
public class SetUp {

  private static final String PURPOSE = "setup";

  private final Signer signer;
  private final People people;

  SetUp(Signer signer, People people) {
    this.signer = signer;
    this.people = people;
  }

  /** Whether the installation still waits for its operator. */
  public boolean isOpen() {
    return !people.hasOperator();
  }

  /** Path of the set-up page. */
  public String path() {
    return "/setup/" + signer.sign(PURPOSE, "installation");
  }

  boolean isRight(String token) {
    return isOpen() && signer.verify(PURPOSE, "installation", token);
  }
}

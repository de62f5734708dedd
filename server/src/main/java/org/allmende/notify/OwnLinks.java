package org.allmende.notify;

import org.allmende.base.id.PersonId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Signer;
import org.springframework.stereotype.Component;

/** The link to the page of somebody without account; computed, never stored. */
@Component
public class OwnLinks {

  private static final String PRIVATE = "private";

  private final Signer signer;

  OwnLinks(Signer signer) {
    this.signer = signer;
  }

  String path(PersonId person) {
    return "/private/" + person + "." + signer.sign(PRIVATE, person.value());
  }

  /**
   * The person a link was made for.
   *
   * @throws Problem 404 if it was made for nobody
   */
  public PersonId read(String link) {
    int dot = link.indexOf('.');
    if (dot < 0 || !signer.verify(PRIVATE, link.substring(0, dot), link.substring(dot + 1))) {
      throw Problem.notFound("notify.link.wrong");
    }
    return new PersonId(link.substring(0, dot));
  }
}

package org.allmende.notify;

import org.allmende.base.id.PersonId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Signer;
import org.allmende.people.People;
import org.allmende.people.Reachable;
import org.springframework.stereotype.Component;

/**
 * The link to the page of somebody without account; computed, never stored. A mail is easily
 * forwarded, so nobody with an account is known by one: it leads to the login.
 */
@Component
public class OwnLinks {

  private static final String PRIVATE = "private";

  private final Signer signer;
  private final People people;

  OwnLinks(Signer signer, People people) {
    this.signer = signer;
    this.people = people;
  }

  String path(Reachable where) {
    PersonId person = where.person();
    return where.logsIn()
        ? AccountInstead.PATH
        : "/private/" + person + "." + signer.sign(PRIVATE, person.value());
  }

  /**
   * The person a link was made for.
   *
   * @throws Problem 404 if it was made for nobody
   * @throws AccountInstead if that person has an account
   */
  public PersonId read(String link) {
    int dot = link.indexOf('.');
    if (dot < 0 || !signer.verify(PRIVATE, link.substring(0, dot), link.substring(dot + 1))) {
      throw Problem.notFound("notify.link.wrong");
    }
    var person = new PersonId(link.substring(0, dot));
    if (people.hasAccount(person)) {
      throw new AccountInstead();
    }
    return person;
  }
}

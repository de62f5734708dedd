package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.base.mail.MailBox;
import org.allmende.base.web.Role;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever carries a workshop with others reads and leads it, once that was accepted. */
@AllmendeTest
class CoHostsTest {

  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @Autowired MailBox mails;
  @LocalServerPort int port;

  @Test
  void coHostsShareWhatTheyAccepted() {
    Town ours = town();
    Town theirs = town();
    Town neighbour = town();
    Thing shared = theirs.workshops.plan("Wir reden gemeinsam", List.of(ours));
    String workshop = "/workshops/" + shared.id();
    theirs.of(Role.FACILITATOR).post(theirs.api(workshop + "/phase"), "{\"to\": \"next\"}");
    String said = theirs.secret("said among hosts");
    theirs.workshops.note(shared, theirs.workshops.join(shared, Caller.at(port)), said);
    String notes = theirs.api(workshop + "/notes");
    String results = theirs.tenant.url(workshop + "/results");
    Caller lead = ours.of(Role.FACILITATOR);
    Caller steward = ours.of(Role.STEWARD);

    assertThat(lead.get(notes).status()).as("only invited").isEqualTo(403);
    assertThat(lead.get(theirs.tenant.url(workshop + "/harvest")).status()).isEqualTo(403);
    String carry = ours.tenant.url(workshop + "/carry");
    assertThat(steward.submit("/account", carry, Map.of()).status()).isEqualTo(403);
    assertThat(lead.submit("/account", carry, Map.of()).status()).isEqualTo(303);

    assertThat(lead.get(notes).body()).as("carrying it").contains(said);
    assertThat(lead.get(theirs.tenant.url(workshop + "/harvest")).body()).contains(said);
    assertThat(steward.get(notes).status()).as("does not lead").isEqualTo(403);
    assertThat(steward.get(results).status()).isEqualTo(200);
    assertThat(neighbour.of(Role.FACILITATOR).get(notes).status()).isEqualTo(403);
    assertThat(neighbour.of(Role.STEWARD).get(results).body()).doesNotContain(said);
    Thing alone = theirs.workshops.plan("Wir reden allein");
    assertThat(lead.get(theirs.api("/workshops/" + alone.id() + "/notes")).status()).isEqualTo(403);
  }

  private Town town() {
    return new Town(port, tenants, people, tokens, mails);
  }
}

package org.allmende.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.web.Role;
import org.allmende.wall.Thing.Access;

/** A town that gives another one what only a neighbour can give. */
record Neighbour(Town town) {

  void handOver(Town other) {
    other.neighbour = town.tenant.slug();
    forward(other, "Gibt es Bänke nebenan");
    forward(other, "Gibt es noch mehr Bänke nebenan");
    harvest(other);
  }

  private void forward(Town other, String need) {
    Thing wish = town.wishes.listed(need);
    String desk = town.tenant.url("/desk/wishes/" + wish.id());
    Answer forwarded =
        town.of(Role.STEWARD)
            .submit(
                desk,
                desk + "/forwardings",
                Map.of("to", other.tenant.slug(), "forwardReason", "Das ist Ihre Bank."));
    assertThat(forwarded.status()).as(forwarded.body()).isEqualTo(303);
    other.things.add(wish);
  }

  /** A potential of the other town comes out of a workshop of this one. */
  private void harvest(Town other) {
    Caller lead = town.of(Role.FACILITATOR);
    Thing workshop = town.workshops.plan("Wir reden mit den Nachbarn", List.of(other));
    town.posted(lead, "/workshops/" + workshop.id() + "/phase", "{\"to\": \"next\"}");
    Caller writer = town.workshops.join(workshop, town.participant);
    Thing note = town.workshops.note(workshop, writer, other.secret("note for the other"));
    String harvested =
        town.posted(
                lead,
                "/workshops/" + workshop.id() + "/notes/" + note.id() + "/harvest",
                "{\"as\": \"potential\", \"tenant\": \"" + other.tenant.slug() + "\"}")
            .text("id");
    other.things.add(new Thing("potentials", harvested, Access.INTERNAL, null));
    other.things.add(workshop);
  }
}

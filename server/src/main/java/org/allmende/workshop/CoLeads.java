package org.allmende.workshop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.people.People;
import org.springframework.stereotype.Component;

/** Says by name who leads one workshop beside the facilitators of those who carry it. */
@Component
class CoLeads {

  private final ActStore acts;
  private final People people;

  CoLeads(ActStore acts, People people) {
    this.acts = acts;
    this.people = people;
  }

  /** Their names, by the id of what made them lead. */
  Map<String, String> of(Workshop workshop) {
    List<Act> named =
        acts.inForce(workshop.id()).stream().filter(act -> act.is(ActKind.LEAD)).toList();
    Map<PersonId, String> names = people.names(workshop.coLeads());
    Map<String, String> leads = new LinkedHashMap<>();
    for (Act act : named) {
      PersonId person = act.person();
      if (person != null) {
        leads.put(act.id(), names.getOrDefault(person, ""));
      }
    }
    return leads;
  }
}

package org.allmende.workshop;

import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.privacy.PersonalData;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What workshops know about people: the name and the office somebody gave when joining. */
@Component
class WorkshopPersonalData implements PersonalData {

  private final ParticipantStore participants;

  WorkshopPersonalData(ParticipantStore participants) {
    this.participants = participants;
  }

  @Override
  public List<String> describe() {
    return List.of(
        "workshop_participant.person",
        "workshop_participant.name",
        "workshop_participant.department",
        "workshop_workshop.created_by",
        "workshop_workshop.released_by",
        "workshop_opening.opened_by",
        "workshop_opening.closed_by",
        "workshop_harvest.by");
  }

  @Override
  public Map<String, List<String>> export(PersonId person) {
    return Map.of(
        "Workshops",
        participants.of(person).stream()
            .map(p ->
                p.joinedAt()
                    + ": "
                    + p.name()
                    + (p.department() == null ? "" : ", " + p.department()))
            .toList());
  }

  @Override
  @Transactional
  public void erase(PersonId person) {
    participants.blank(person);
  }
}

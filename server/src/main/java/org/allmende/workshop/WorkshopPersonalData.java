package org.allmende.workshop;

import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.privacy.PersonalData;
import org.allmende.base.privacy.PersonalField;
import org.allmende.base.privacy.Retention;
import org.allmende.base.privacy.Since;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What workshops know about people: the name and the office somebody gave when joining. */
@Component
class WorkshopPersonalData implements PersonalData {

  private final ParticipantStore participants;

  WorkshopPersonalData(ParticipantStore participants) {
    this.participants = participants;
  }

  private static final String NAME = "workshop.privacy.name";
  private static final String LEAD = "workshop.privacy.lead";
  private static final String END =
      "select w.ends_at from workshop_workshop w where w.id = workshop_participant.workshop";

  @Override
  public List<PersonalField> describe() {
    return List.of(
        new Retention(365, Since.HELD, END).emptied("workshop_participant.name", NAME),
        new Retention(365, Since.HELD, END).nulled("workshop_participant.department", NAME),
        new Retention(Retention.YEARS, Since.WRITTEN, "created_at")
            .nulled("workshop_workshop.created_by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "released_at")
            .nulled("workshop_workshop.released_by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "opened_at")
            .nulled("workshop_opening.opened_by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "closed_at")
            .nulled("workshop_opening.closed_by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "at").nulled("workshop_harvest.by", LEAD));
  }

  @Override
  public Map<String, List<String>> export(PersonId person) {
    return Map.of(
        "workshop",
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
    participants.forgetLead(person);
  }
}

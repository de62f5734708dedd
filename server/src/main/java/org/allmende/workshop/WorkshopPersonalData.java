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

/**
 * What workshops know about people: the name and the office somebody gave when joining, and who
 * asked what.
 */
@Component
class WorkshopPersonalData implements PersonalData {

  private final ParticipantStore participants;
  private final QuestionStore questions;

  WorkshopPersonalData(ParticipantStore participants, QuestionStore questions) {
    this.participants = participants;
    this.questions = questions;
  }

  private static final String NAME = "workshop.privacy.name";
  private static final String LEAD = "workshop.privacy.lead";
  private static final String QUESTION = "workshop.privacy.question";
  private static final String END =
      "select w.ends_at from workshop_workshop w where w.id = workshop_participant.workshop";
  private static final String END_FOR_QUESTION =
      "select w.ends_at from workshop_workshop w where w.id = workshop_question.workshop";

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
        new Retention(Retention.YEARS, Since.WRITTEN, "at").nulled("workshop_harvest.by", LEAD),
        new Retention(365, Since.HELD, END_FOR_QUESTION).nulled("workshop_question.name", QUESTION),
        new Retention(365, Since.HELD, END_FOR_QUESTION)
            .nulled("workshop_question.author", QUESTION),
        new Retention(365, Since.WRITTEN, "at")
            .nulled("workshop_question_support.person", QUESTION),
        new Retention(Retention.YEARS, Since.WRITTEN, "called_at")
            .nulled("workshop_question.called_by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "answered_at")
            .nulled("workshop_question.answered_by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "removed_at")
            .nulled("workshop_question.removed_by", LEAD));
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
            .toList(),
        Question.KIND,
        questions.by(person).stream()
            .map(question -> question.at() + ": " + question.text())
            .toList());
  }

  @Override
  @Transactional
  public void erase(PersonId person) {
    participants.blank(person);
    participants.forgetLead(person);
    questions.forget(person);
  }
}

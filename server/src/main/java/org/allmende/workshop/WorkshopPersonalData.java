package org.allmende.workshop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.privacy.PersonalData;
import org.allmende.base.privacy.PersonalField;
import org.allmende.base.privacy.Retention;
import org.allmende.base.privacy.Since;
import org.allmende.board.Boards;
import org.allmende.video.MediaRooms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What workshops know about people: the name and the office somebody gave when joining, and who
 * asked what.
 */
@Component
class WorkshopPersonalData implements PersonalData {

  private final ParticipantStore participants;
  private final AnswerStore answers;
  private final GroupRuleStore groupRules;
  private final QuestionStore questions;
  private final ActStore acts;
  private final VoteStore votes;
  private final AfterwardsStore afterwards;
  private final ImprovementStore improvements;
  private final RunStore runs;
  private final MaterialStore materials;
  private final ContactStore contacts;
  private final PairStore pairs;
  private final DeedStore deeds;
  private final Boards boards;
  private final MediaRooms media;

  WorkshopPersonalData(
      ParticipantStore participants,
      AnswerStore answers,
      GroupRuleStore groupRules,
      QuestionStore questions,
      ActStore acts,
      VoteStore votes,
      AfterwardsStore afterwards,
      ImprovementStore improvements,
      RunStore runs,
      MaterialStore materials,
      ContactStore contacts,
      PairStore pairs,
      DeedStore deeds,
      Boards boards,
      MediaRooms media) {
    this.participants = participants;
    this.answers = answers;
    this.groupRules = groupRules;
    this.questions = questions;
    this.acts = acts;
    this.votes = votes;
    this.afterwards = afterwards;
    this.improvements = improvements;
    this.runs = runs;
    this.materials = materials;
    this.contacts = contacts;
    this.pairs = pairs;
    this.deeds = deeds;
    this.boards = boards;
    this.media = media;
  }

  private static final String NAME = "workshop.privacy.name";
  private static final String LEAD = "workshop.privacy.lead";
  private static final String QUESTION = "workshop.privacy.question";
  private static final String ANSWER = "workshop.privacy.answer";
  private static final String FEEDBACK = "workshop.privacy.feedback";
  private static final String CONTACT = "workshop.privacy.contact";
  private static final String PAIR = "workshop.privacy.pair";
  private static final String ACT = "workshop.privacy.act";
  private static final String VOTE = "workshop.privacy.vote";

  private static final String END_OF_VOTE =
      """
      select w.ends_at from workshop_vote v
      join workshop_phase p on p.id = v.phase join workshop_workshop w on w.id = p.workshop
      where v.id = workshop_vote_choice.vote\
      """;
  private static final String END = endOf("workshop_participant");

  private static String endOf(String table) {
    return "select w.ends_at from workshop_workshop w where w.id = " + table + ".workshop";
  }

  @Override
  public List<PersonalField> describe() {
    return List.of(
        new Retention(365, Since.HELD, END).emptied("workshop_participant.name", NAME),
        new Retention(365, Since.HELD, END).nulled("workshop_participant.department", NAME),
        new Retention(365, Since.HELD, END).nulled("workshop_participant.companions", NAME),
        new Retention(1, Since.HELD, endOf("workshop_answer"))
            .deleted("workshop_answer.value", ANSWER),
        new Retention(1, Since.HELD, END_OF_VOTE).deleted("workshop_vote_choice.answer", VOTE),
        new Retention(1, Since.HELD, endOf("workshop_group_rule"))
            .deleted("workshop_group_rule.one", ANSWER),
        PersonalField.byJob(
            "workshop_practice.person",
            "workshop.privacy.practice",
            1,
            Since.WRITTEN,
            Practices.JOB),
        new Retention(90, Since.HELD, endOf("workshop_contact"))
            .deleted("workshop_contact.reach", CONTACT),
        new Retention(90, Since.HELD, endOf("workshop_contact_offer"))
            .deleted("workshop_contact_offer.giver", CONTACT),
        new Retention(1, Since.HELD, endOf("workshop_pair_wish"))
            .deleted("workshop_pair_wish.participant", PAIR),
        new Retention(
                1,
                Since.HELD,
                "select w.ends_at from workshop_workshop w join workshop_pair_round r on r.workshop = w.id"
                    + " where r.id = workshop_pair_seat.round")
            .deleted("workshop_pair_seat.participant", PAIR),
        new Retention(Retention.YEARS, Since.WRITTEN, "created_at")
            .nulled("workshop_workshop.created_by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "released_at")
            .nulled("workshop_workshop.released_by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "canceled_at")
            .nulled("workshop_workshop.canceled_by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "opened_at")
            .nulled("workshop_opening.opened_by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "closed_at")
            .nulled("workshop_opening.closed_by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "at").nulled("workshop_harvest.by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "opened_at")
            .nulled("workshop_afterwards.opened_by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "closed_at")
            .nulled("workshop_afterwards.closed_by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "at").nulled("workshop_run.by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "at").nulled("workshop_material.by", LEAD),
        new Retention(Retention.YEARS, Since.WRITTEN, "at").nulled("workshop_improvement.by", LEAD),
        new Retention(365, Since.HELD, endOf("workshop_feedback"))
            .nulled("workshop_feedback.author", FEEDBACK),
        new Retention(365, Since.HELD, endOf("workshop_act")).nulled("workshop_act.by", ACT),
        new Retention(365, Since.HELD, endOf("workshop_act")).nulled("workshop_act.ended_by", ACT),
        new Retention(365, Since.HELD, endOf("workshop_act")).nulled("workshop_act.person", ACT),
        new Retention(365, Since.HELD, endOf("workshop_question"))
            .nulled("workshop_question.name", QUESTION),
        new Retention(365, Since.HELD, endOf("workshop_question"))
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
    Map<String, List<String>> kept = new HashMap<>(deeds.of(person));
    kept.put(
        "workshop",
        participants.of(person).stream()
            .map(participant -> told(participant, answers.of(participant.id())))
            .toList());
    kept.put(
        "contact",
        participants.of(person).stream()
            .flatMap(participant -> contacts.of(participant.id()).stream())
            .map(ContactCard::told)
            .toList());
    kept.put(Question.KIND, questions.by(person).stream().map(WorkshopPersonalData::told).toList());
    kept.put(
        "feedback",
        improvements.saidBy(person).stream()
            .map(feedback -> feedback.at() + ": " + feedback.text())
            .toList());
    return kept;
  }

  private static String told(Question question) {
    String name = question.name() == null ? "" : question.name() + ": ";
    return question.at() + ": " + name + question.text();
  }

  private static String told(Participant participant, Answers answers) {
    String department = participant.department() == null ? "" : ", " + participant.department();
    String values = answers.equals(Answers.NONE) ? "" : ", " + answers.values() + answers.needs();
    String companions = participant.device().companions();
    return participant.joinedAt()
        + ": "
        + participant.name()
        + department
        + (companions == null ? "" : ", " + companions)
        + values;
  }

  @Override
  @Transactional
  public void erase(PersonId person) {
    answers.forget(person);
    groupRules.forget(person);
    contacts.forget(person);
    pairs.forget(person);
    participants.blank(person);
    participants.forgetLead(person);
    questions.forget(person);
    acts.forget(person);
    votes.forget(person);
    afterwards.forget(person);
    improvements.forget(person);
    runs.forget(person);
    materials.forget(person);
    participants.of(person).forEach(this::letOut);
  }

  /** Whoever is in the room at this moment leaves it. */
  private void letOut(Participant erased) {
    var room = new Ref(Workshop.KIND, erased.workshop().value());
    media.arrange(room);
    boards.of(room).ifPresent(board -> boards.recheck(board.id(), null));
  }
}

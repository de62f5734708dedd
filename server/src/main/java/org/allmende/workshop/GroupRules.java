package org.allmende.workshop;

import java.util.List;
import java.util.Map;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What holds for every round of a workshop: who leads or is away, who stays together or apart. */
@Component
class GroupRules {

  private final GroupRuleStore store;
  private final ParticipantStore participants;
  private final WorkshopStore workshops;

  GroupRules(GroupRuleStore store, ParticipantStore participants, WorkshopStore workshops) {
    this.store = store;
    this.participants = participants;
    this.workshops = workshops;
  }

  List<GroupRule> of(Workshop workshop) {
    return store.of(workshop.id());
  }

  Map<ParticipantId, GroupPart> parts(Workshop workshop) {
    return store.parts(workshop.id());
  }

  /**
   * Says what the {@code person} of the form is to the groups.
   *
   * @throws Problem 422 if nobody of the workshop is meant
   */
  @Transactional
  void put(Workshop workshop, Form form) {
    Participant who = participant(workshop, form.value("person"));
    GroupPart part = form.choice("part", GroupPart.class);
    form.orThrow();
    store.put(who, part == null ? GroupPart.MEMBER : part);
  }

  /**
   * Keeps {@code one} and {@code other} of the form together or apart; what holds already is not
   * said twice.
   *
   * @throws Problem 422 if not two people of the workshop are meant
   */
  @Transactional
  GroupRule add(Workshop workshop, Form form) {
    ParticipantId one = participant(workshop, form.value("one")).id();
    ParticipantId other = participant(workshop, form.value("other")).id();
    GroupRule.Kind kind = form.choice("kind", GroupRule.Kind.class);
    form.orThrow();
    if (kind == null || one.equals(other)) {
      throw Problem.invalid("workshop.groups.rule.same");
    }
    workshops.lock(workshop.id());
    var rule = new GroupRule(Ids.next(), kind, one, other);
    return store.of(workshop.id()).stream()
        .filter(known -> known.kind() == kind && known.both().equals(rule.both()))
        .findFirst()
        .orElseGet(() -> {
          store.insert(workshop.id(), rule);
          return rule;
        });
  }

  @Transactional
  void remove(Workshop workshop, String rule) {
    store.delete(workshop.id(), rule);
  }

  private Participant participant(Workshop workshop, String id) {
    return participants
        .find(new ParticipantId(id))
        .filter(found -> found.workshop().equals(workshop.id()))
        .orElseThrow(() -> Problem.invalid("workshop.groups.move.unknown"));
  }
}

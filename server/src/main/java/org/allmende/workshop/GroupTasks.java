package org.allmende.workshop;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.base.id.TenantId;
import org.allmende.workshop.grouping.Grouping;
import org.allmende.workshop.grouping.GroupingTask;
import org.allmende.workshop.grouping.Member;
import org.allmende.workshop.grouping.Rules;
import org.springframework.stereotype.Component;

/** Says in the words of the search what a facilitator wants and what the participants are. */
@Component
class GroupTasks {

  /** Everyone from a municipality that is not on the list. */
  private static final String ELSEWHERE = "-";

  private final ParticipantStore participants;
  private final AnswerStore answers;
  private final GroupRuleStore rules;

  GroupTasks(ParticipantStore participants, AnswerStore answers, GroupRuleStore rules) {
    this.participants = participants;
    this.answers = answers;
    this.rules = rules;
  }

  /** Those who are there, and whom nobody forgot or put out of the room. */
  List<Participant> there(WorkshopId workshop) {
    Map<ParticipantId, GroupPart> parts = rules.parts(workshop);
    return participants.of(workshop).stream()
        .filter(person -> !person.name().isEmpty())
        .filter(person -> !person.standing().isOut())
        .filter(person -> parts.get(person.id()) != GroupPart.AWAY)
        .toList();
  }

  /** The task of a plan for those who are there; there are at least as many as groups. */
  GroupingTask of(WorkshopId workshop, GroupPlan plan, List<Grouping> earlier) {
    List<Participant> there = there(workshop);
    Map<ParticipantId, Answers> told = answers.of(workshop);
    var companions = Companions.in(there, plan.groups());
    return new GroupingTask(
        there.stream().flatMap(person -> members(person, told, companions)).toList(),
        plan.groups(),
        plan.blends().entrySet().stream()
            .map(blend -> blend.getKey().criterion(blend.getValue()))
            .toList(),
        rules(workshop, plan, there, told, companions),
        earlier);
  }

  private static Stream<Member> members(
      Participant person, Map<ParticipantId, Answers> told, Companions companions) {
    Answers own = told.getOrDefault(person.id(), Answers.NONE);
    return Stream.concat(
        Stream.of(new Member(person.id().value(), traits(person, own))),
        companions.of(person, traits(person, Answers.NONE)));
  }

  private static Map<String, String> traits(Participant person, Answers told) {
    Map<String, String> traits = new HashMap<>();
    TenantId tenant = person.tenant();
    traits.put(Trait.MUNICIPALITY.key(), tenant == null ? ELSEWHERE : tenant.slug());
    String department = person.department();
    if (department != null && !department.isBlank()) {
      traits.put(Trait.DEPARTMENT.key(), department.strip().toLowerCase(Locale.GERMAN));
    }
    told.values().forEach((trait, value) -> traits.put(trait.key(), value));
    return traits;
  }

  private Rules rules(
      WorkshopId workshop,
      GroupPlan plan,
      List<Participant> there,
      Map<ParticipantId, Answers> told,
      Companions companions) {
    List<GroupRule> pairs = rules.of(workshop);
    Set<Integer> open =
        plan.openToAll().stream().map(number -> number - 1).collect(Collectors.toSet());
    Map<String, Set<Integer>> places = new HashMap<>();
    for (Participant person : there) {
      if (!open.isEmpty() && !told.getOrDefault(person.id(), Answers.NONE).needs().isEmpty()) {
        places.put(person.id().value(), open);
      }
    }
    Set<String> leaders =
        rules.parts(workshop).entrySet().stream()
            .filter(part -> part.getValue() == GroupPart.LEADS)
            .map(part -> part.getKey().value())
            .collect(Collectors.toSet());
    return new Rules(
        Stream.concat(
                of(pairs, GroupRule.Kind.TOGETHER).stream(), companions.tables(there).stream())
            .toList(),
        of(pairs, GroupRule.Kind.APART),
        leaders,
        places);
  }

  private static List<Set<String>> of(List<GroupRule> pairs, GroupRule.Kind kind) {
    return pairs.stream().filter(pair -> pair.kind() == kind).map(GroupRule::both).toList();
  }
}

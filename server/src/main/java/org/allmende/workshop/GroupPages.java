package org.allmende.workshop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where those who lead form the groups, look at their balance, change and release them. */
@Controller
@RequestMapping("/{tenant}/workshops/{id}/groups")
class GroupPages {

  private final Workshops workshops;
  private final Groups groups;
  private final GroupTasks tasks;
  private final GroupRules rules;
  private final ParticipantStore participants;
  private final AnswerStore answers;

  GroupPages(
      Workshops workshops,
      Groups groups,
      GroupTasks tasks,
      GroupRules rules,
      ParticipantStore participants,
      AnswerStore answers) {
    this.workshops = workshops;
    this.groups = groups;
    this.tasks = tasks;
    this.rules = rules;
    this.participants = participants;
    this.answers = answers;
  }

  @GetMapping
  ModelAndView show(Tenant tenant, @PathVariable String id, Viewer viewer) {
    return page(workshops.led(tenant, id, viewer), null);
  }

  @PostMapping
  ModelAndView form(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    GroupPlan plan = GroupPlan.of(form, tasks.there(workshop.id()));
    if (!form.isValid()) {
      ModelAndView again = page(workshop, form);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    groups.form(workshop, plan, form.submission(), viewer);
    return Redirect.to(workshop.url("/groups"), "workshop.groups.formed");
  }

  @PostMapping("/{round}/repairs")
  ModelAndView repair(
      Tenant tenant, @PathVariable String id, @PathVariable String round, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    groups.repair(workshop, round, viewer);
    return Redirect.to(workshop.url("/groups"), "workshop.groups.repaired");
  }

  @PostMapping("/{round}/moves")
  ModelAndView move(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String round,
      Form form,
      Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    var who = new ParticipantId(form.text("mover").required("workshop.groups.move.unknown"));
    Integer to = form.number("to", 1, GroupPlan.MOST_GROUPS);
    form.orThrow();
    groups.move(workshop, round, who, to == null ? 0 : to, viewer);
    return Redirect.to(workshop.url("/groups"));
  }

  @PostMapping("/{round}/release")
  ModelAndView release(
      Tenant tenant, @PathVariable String id, @PathVariable String round, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    groups.release(workshop, round, viewer);
    return Redirect.to(workshop.url("/groups"), "workshop.groups.released");
  }

  /** Says that somebody leads a group, is away, or takes part like all others. */
  @PostMapping("/parts")
  ModelAndView part(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    rules.put(workshop, form);
    return Redirect.to(workshop.url("/groups"));
  }

  @PostMapping("/rules")
  ModelAndView rule(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    rules.add(workshop, form);
    return Redirect.to(workshop.url("/groups"));
  }

  @PostMapping("/rules/{rule}/removal")
  ModelAndView removeRule(
      Tenant tenant, @PathVariable String id, @PathVariable String rule, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    rules.remove(workshop, rule);
    return Redirect.to(workshop.url("/groups"));
  }

  private ModelAndView page(Workshop workshop, @Nullable Form sent) {
    List<Participant> all = participants.of(workshop.id());
    List<Participant> there = tasks.there(workshop.id());
    List<Round> rounds = groups.of(workshop);
    GroupPlan plan = rounds.isEmpty() ? GroupPlan.usual(there.size()) : rounds.getLast().plan();
    Map<String, Object> model = new HashMap<>();
    model.put("workshop", workshop);
    model.put("form", sent == null ? plan.asForm() : sent);
    model.put("people", all.stream().filter(person -> !person.name().isEmpty()).toList());
    model.put("there", there.size());
    model.put("answered", answers.of(workshop.id()).size());
    model.put("parts", rules.parts(workshop));
    model.put("rules", rules.of(workshop));
    model.put("view", rounds.isEmpty() ? null : view(workshop, rounds.getLast(), there, all));
    return new ModelAndView("workshop/groups", model);
  }

  private @Nullable GroupsView view(
      Workshop workshop, Round round, List<Participant> there, List<Participant> all) {
    return there.size() < round.plan().groups()
        ? null
        : GroupsView.of(round, groups.task(workshop, round), there, all);
  }
}

package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.Problem;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Groups for programs: forming and releasing them, and where a participant sits. */
@RestController
@RequestMapping("/{tenant}/api/v1/workshops/{id}/groups")
class GroupApi {

  /** A round with the participants of each group. */
  record RoundView(
      String id,
      int number,
      Instant formedAt,
      @Nullable Instant releasedAt,
      List<GroupView> groups) {

    static RoundView of(Round round) {
      List<List<String>> groups = round.grouping().groups();
      return new RoundView(
          round.id(),
          round.number(),
          round.formedAt(),
          round.releasedAt(),
          IntStream.range(0, groups.size())
              .mapToObj(i -> new GroupView(i + 1, groups.get(i)))
              .toList());
    }
  }

  /** The ids of the participants of one group. */
  record GroupView(int number, List<String> participants) {}

  private final Workshops workshops;
  private final Groups groups;
  private final GroupTasks tasks;
  private final GroupRules rules;
  private final ParticipantTokens tokens;
  private final PublicAddress address;

  GroupApi(
      Workshops workshops,
      Groups groups,
      GroupTasks tasks,
      GroupRules rules,
      ParticipantTokens tokens,
      PublicAddress address) {
    this.workshops = workshops;
    this.groups = groups;
    this.tasks = tasks;
    this.rules = rules;
    this.tokens = tokens;
    this.address = address;
  }

  @PostMapping
  ResponseEntity<RoundView> form(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    GroupPlan plan = GroupPlan.of(form, tasks.there(workshop.id()));
    form.orThrow();
    Round round = groups.form(workshop, plan, form.submission(), viewer);
    return Created.at(address.of(workshop.url("/groups")), RoundView.of(round));
  }

  @GetMapping
  Listing<RoundView> list(Tenant tenant, @PathVariable String id, Viewer viewer) {
    return Listing.of(
        groups.of(workshops.led(tenant, id, viewer)).stream().map(RoundView::of).toList());
  }

  record NewRule(String id) {}

  @PostMapping("/rules")
  ResponseEntity<NewRule> rule(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    GroupRule rule = rules.add(workshop, form);
    return Created.at(address.of(workshop.url("/groups")), new NewRule(rule.id()));
  }

  /** Puts late arrivals in and takes those out who are away. */
  @PostMapping("/{round}/repairs")
  RoundView repair(
      Tenant tenant, @PathVariable String id, @PathVariable String round, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    groups.repair(workshop, round, viewer);
    return RoundView.of(groups.get(workshop, round));
  }

  @PostMapping("/{round}/release")
  RoundView release(
      Tenant tenant, @PathVariable String id, @PathVariable String round, Viewer viewer) {
    Workshop workshop = workshops.led(tenant, id, viewer);
    groups.release(workshop, round, viewer);
    return RoundView.of(groups.get(workshop, round));
  }

  /** Where the participant whose token is sent sits now. */
  @GetMapping("/mine")
  OwnGroup mine(Tenant tenant, @PathVariable String id, HttpServletRequest request) {
    Workshop workshop = workshops.get(tenant.id(), id);
    Participant participant =
        tokens
            .of(workshop.id(), request)
            .orElseThrow(() -> Problem.forbidden("workshop.token.wrong"));
    return groups
        .own(participant.id(), workshop)
        .orElseThrow(() -> Problem.notFound("workshop.groups.none"));
  }
}

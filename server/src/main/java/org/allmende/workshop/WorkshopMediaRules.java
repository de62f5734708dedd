package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.video.MediaGuest;
import org.allmende.video.MediaRules;
import org.allmende.video.Seating;
import org.allmende.video.Seating.Freedom;
import org.allmende.video.Seating.Seat;
import org.springframework.stereotype.Component;

/** Tells the media rooms who takes part in a workshop, and who sits in which group now. */
@Component
class WorkshopMediaRules implements MediaRules {

  private final Workshops workshops;
  private final WorkshopBoardRules rules;
  private final ParticipantStore participants;
  private final Groups groups;
  private final Whereabouts whereabouts;
  private final Meetings meetings;
  private final People people;

  WorkshopMediaRules(
      Workshops workshops,
      WorkshopBoardRules rules,
      ParticipantStore participants,
      Groups groups,
      Whereabouts whereabouts,
      Meetings meetings,
      People people) {
    this.workshops = workshops;
    this.rules = rules;
    this.participants = participants;
    this.groups = groups;
    this.whereabouts = whereabouts;
    this.meetings = meetings;
    this.people = people;
  }

  @Override
  public String kind() {
    return Workshop.KIND;
  }

  @Override
  public String lines() {
    return "/*/workshops/*/room/media";
  }

  @Override
  public Optional<MediaGuest> guest(HttpServletRequest request, Viewer viewer) {
    String[] parts = request.getRequestURI().split("/");
    if (!TenantId.isSlug(parts[1])) {
      return Optional.empty();
    }
    Workshop workshop = workshops.get(new TenantId(parts[1]), parts[3]);
    return rules
        .access(workshop.ref(), rules.token(workshop.ref(), request), viewer)
        .map(reader -> new MediaGuest(workshop.ref(), reader.person(), reader.name()));
  }

  @Override
  public Seating seating(Ref gathering, Set<PersonId> asked) {
    Workshop workshop = workshops.get(new WorkshopId(gathering.id()));
    GroupSeats open = groups.open(workshop);
    Whereabouts.Places places = whereabouts.of(workshop);
    Map<PersonId, Seat> seats = new HashMap<>();
    List<Participant> all = participants.of(workshop.id());
    for (Participant participant : all) {
      if (asked.contains(participant.person()) && participant.standing().isInRoom()) {
        Set<ParticipantId> partners = open.partners(participant.id());
        List<String> with =
            all.stream()
                .filter(other -> partners.contains(other.id()))
                .map(Participant::name)
                .toList();
        seats.put(participant.person(), new Seat(open.of(participant.id()), Freedom.STAYS, with));
      }
    }
    asked.stream()
        .filter(person -> !seats.containsKey(person))
        .filter(person -> leads(workshop, person))
        .forEach(person -> {
          int visited = open.count() == 0 ? 0 : places.in(person);
          seats.put(person, new Seat(visited == 0 ? open.ofLead() : visited, Freedom.VISITS));
        });
    Set<Integer> outside =
        meetings.of(workshop).values().stream()
            .filter(meeting -> meeting.url() != null)
            .map(Meeting::number)
            .collect(Collectors.toSet());
    return new Seating(seats, open.count(), outside);
  }

  private boolean leads(Workshop workshop, PersonId person) {
    return people.viewer(person).filter(viewer -> Workshops.leads(workshop, viewer)).isPresent();
  }
}

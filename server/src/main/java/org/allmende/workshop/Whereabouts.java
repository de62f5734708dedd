package org.allmende.workshop;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where everybody in a room is now: with all, or in a group. The one answer to that; video, board
 * and pages ask here.
 */
@Component
public class Whereabouts {

  /**
   * The places of one moment.
   *
   * @param video where people see and hear each other
   * @param groups how many groups there are now, 0 while all are together
   * @param until when the groups are called back, null while they are not
   * @param places the number of the group of those who are in one, counted from 1
   */
  public record Places(
      VideoMode video, int groups, @Nullable Instant until, Map<PersonId, Integer> places) {

    /** The number of the person's group, 0 with all. */
    public int in(PersonId person) {
      return places.getOrDefault(person, 0);
    }

    /** How many are in the group, 0 being all others who are known. */
    public long people(int group) {
      return places.values().stream().filter(place -> place == group).count();
    }
  }

  private final ActStore acts;
  private final RoundStore rounds;
  private final ParticipantStore participants;

  Whereabouts(ActStore acts, RoundStore rounds, ParticipantStore participants) {
    this.acts = acts;
    this.rounds = rounds;
    this.participants = participants;
  }

  /** Where everybody is now. */
  public Places of(Workshop workshop) {
    return of(workshop, acts.inForce(workshop.id()), participants.of(workshop.id()));
  }

  /** The same for what is known already. */
  Places of(Workshop workshop, List<Act> inForce, List<Participant> people) {
    VideoMode video =
        workshop.current().map(open -> open.policy().video()).orElse(VideoMode.PLENARY);
    Act going = inForce.stream().filter(act -> act.is(ActKind.GROUPS)).findFirst().orElse(null);
    Round round =
        going == null
            ? null
            : rounds.of(workshop.id()).stream()
                .filter(each -> each.id().equals(going.round()))
                .findFirst()
                .orElse(null);
    if (going == null || round == null) {
      return new Places(video, 0, null, Map.of());
    }
    Map<PersonId, Integer> places = new HashMap<>();
    people.forEach(person ->
        round.groupOf(person.id()).ifPresent(group -> places.put(person.person(), group)));
    for (Act visit : inForce) {
      PersonId visitor = visit.person();
      if (visit.is(ActKind.VISIT) && visitor != null && visit.number() <= round.plan().groups()) {
        places.put(visitor, visit.number());
      }
    }
    return new Places(video, round.plan().groups(), going.endedAt(), Map.copyOf(places));
  }
}

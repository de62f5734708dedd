package org.allmende.workshop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.allmende.base.id.PersonId;
import org.allmende.board.BoardAccess;
import org.allmende.board.Boards;
import org.allmende.board.NoteId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what is being done in a room for whoever looks. */
@Component
class Facilitation {

  private final Acts acts;
  private final Whereabouts whereabouts;
  private final RoundStore rounds;
  private final Boards boards;

  Facilitation(Acts acts, Whereabouts whereabouts, RoundStore rounds, Boards boards) {
    this.acts = acts;
    this.whereabouts = whereabouts;
    this.rounds = rounds;
    this.boards = boards;
  }

  FacilitationView view(Workshop workshop, BoardAccess reader, List<Participant> people) {
    List<Act> now = acts.inForce(workshop);
    Whereabouts.Places places = whereabouts.of(workshop, now, people);
    boolean leads = reader.part() == BoardAccess.Part.LEADS;
    int place = places.in(reader.person());
    return new FacilitationView(
        first(now, ActKind.REHEARSAL, Act::id),
        hands(now, people, reader, leads),
        now.stream()
            .filter(act -> act.is(ActKind.HELP) && (leads || act.number() == place))
            .map(act -> new FacilitationView.Called(act.id(), act.number()))
            .toList(),
        first(
            now,
            ActKind.ANNOUNCEMENT,
            act ->
                new FacilitationView.Said(
                    act.id(), Objects.requireNonNullElse(act.words(), ""), act.at())),
        workshop.isOver() ? null : first(now, ActKind.SPOTLIGHT, this::shown),
        first(now, ActKind.GROUPS, Act::id),
        places.until(),
        IntStream.rangeClosed(1, places.groups())
            .mapToObj(group -> Math.toIntExact(places.people(group)))
            .toList(),
        place,
        leads && places.groups() == 0 && rounds.isReleased(workshop.id()),
        reader.part() == BoardAccess.Part.WATCHES,
        leads ? byParticipant(now, ActKind.MUTE) : Map.of(),
        leads ? byParticipant(now, ActKind.REMOVAL) : Map.of());
  }

  private static <T> @Nullable T first(
      List<Act> acts, ActKind kind, Function<Act, @Nullable T> view) {
    for (Act act : acts) {
      if (act.is(kind)) {
        return view.apply(act);
      }
    }
    return null;
  }

  private static List<FacilitationView.Raised> hands(
      List<Act> acts, List<Participant> people, BoardAccess reader, boolean leads) {
    Map<ParticipantId, String> names =
        people.stream().collect(Collectors.toMap(Participant::id, Participant::name));
    List<FacilitationView.Raised> hands = new ArrayList<>();
    for (Act act : acts) {
      if (act.is(ActKind.HAND)) {
        PersonId by = act.by();
        String name = names.getOrDefault(act.participant(), "");
        hands.add(
            new FacilitationView.Raised(
                act.id(), name, hands.size() + 1, reader.person().equals(by)));
      }
    }
    return leads ? hands : hands.stream().filter(FacilitationView.Raised::own).toList();
  }

  /** The note as it is now; null if somebody has taken it away. */
  private FacilitationView.@Nullable Shown shown(Act act) {
    String note = act.note();
    return note == null
        ? null
        : boards.notes(List.of(new NoteId(note))).stream()
            .findFirst()
            .map(found -> new FacilitationView.Shown(act.id(), found.text(), found.zoneTitle()))
            .orElse(null);
  }

  private static Map<ParticipantId, String> byParticipant(List<Act> acts, ActKind kind) {
    Map<ParticipantId, String> found = new LinkedHashMap<>();
    for (Act act : acts) {
      ParticipantId participant = act.participant();
      if (act.is(kind) && participant != null) {
        found.put(participant, act.id());
      }
    }
    return found;
  }
}

package org.allmende.workshop;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.allmende.video.Seating;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader of the room talks and listens, and where else there is somebody.
 *
 * @param here the number of the group, 0 for the plenary, or the room of a pair
 * @param sizes how many belong to the plenary and to each group; empty for whoever may not visit
 * @param meeting where people of this room meet outside the page, if they do; those of a pair have
 *     left all others' place for some minutes
 */
record RoomMedia(int here, List<Integer> sizes, @Nullable Meeting meeting) {

  static RoomMedia of(
      GroupSeats open,
      Map<Integer, Meeting> meetings,
      RoomView room,
      @Nullable ParticipantId own,
      @Nullable Integer visiting) {
    if (!room.leads()) {
      int here = own == null ? open.rest() : open.of(own);
      return new RoomMedia(
          here, List.of(), meetings.get(Seating.isPair(here) ? Seating.PLENARY : here));
    }
    List<Integer> places =
        room.participants().stream().map(person -> open.of(person.id())).toList();
    List<Integer> sizes =
        open.count() == 0
            ? List.of()
            : IntStream.rangeClosed(0, open.count())
                .mapToObj(group -> (int) places.stream().filter(each -> each == group).count())
                .toList();
    int here =
        visiting != null && visiting >= 0 && visiting < sizes.size() ? visiting : open.ofLead();
    return new RoomMedia(here, sizes, meetings.get(here));
  }

  /** Whether the reader talks in a pair. */
  boolean isPair() {
    return Seating.isPair(here);
  }
}

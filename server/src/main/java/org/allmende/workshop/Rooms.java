package org.allmende.workshop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.allmende.board.BoardId;
import org.allmende.board.Boards;
import org.allmende.board.GroupWork;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The room as each reader finds it. */
@Component
class Rooms {

  /** What a phone shows at a time. */
  private static final List<String> VIEWS = List.of("board", "video", "drawer", "lead");

  private static final List<String> DRAWERS = List.of("agenda", "people", "questions");

  private final Workshops workshops;
  private final WorkshopBoardRules rules;
  private final ParticipantStore participants;
  private final Questions questions;
  private final Groups groups;
  private final Meetings meetings;
  private final Facilitation facilitation;
  private final Talks talks;
  private final Afterwards afterwards;
  private final Improvements improvements;
  private final Arrival arrival;
  private final Contacts contacts;
  private final Boards boards;
  private final Tenants tenants;
  private final Clock clock;

  Rooms(
      Workshops workshops,
      WorkshopBoardRules rules,
      ParticipantStore participants,
      Questions questions,
      Groups groups,
      Meetings meetings,
      Facilitation facilitation,
      Talks talks,
      Afterwards afterwards,
      Improvements improvements,
      Arrival arrival,
      Contacts contacts,
      Boards boards,
      Tenants tenants,
      Clock clock) {
    this.workshops = workshops;
    this.rules = rules;
    this.participants = participants;
    this.questions = questions;
    this.groups = groups;
    this.meetings = meetings;
    this.facilitation = facilitation;
    this.talks = talks;
    this.afterwards = afterwards;
    this.improvements = improvements;
    this.arrival = arrival;
    this.contacts = contacts;
    this.boards = boards;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** Who sends the request, if it is somebody in the room. */
  Optional<BoardAccess> access(Workshop workshop, Viewer viewer, HttpServletRequest request) {
    return rules.access(workshop.ref(), rules.token(workshop.ref(), request), viewer);
  }

  /**
   * Who sends the request from the room.
   *
   * @throws Problem 403 for somebody who is not in it
   */
  BoardAccess reader(Workshop workshop, Viewer viewer, HttpServletRequest request) {
    return access(workshop, viewer, request)
        .orElseThrow(() -> Problem.forbidden("workshop.token.wrong"));
  }

  /**
   * Who sends the call of a program.
   *
   * @throws Problem 401 without a token, 403 with that of another workshop
   */
  BoardAccess caller(Workshop workshop, Viewer viewer, HttpServletRequest request) {
    return access(workshop, viewer, request)
        .orElseThrow(() ->
            request.getHeader("Authorization") == null
                ? Problem.of(HttpStatus.UNAUTHORIZED, "workshop.token.missing")
                : Problem.forbidden("workshop.token.wrong"));
  }

  /** The page of somebody who visits no group. */
  ModelAndView page(Workshop workshop, BoardAccess reader, String shown, String drawer, Form form) {
    return page(workshop, reader, shown, drawer, null, form);
  }

  /**
   * The page.
   *
   * @param shown what a phone shows
   * @param drawer what is open beside the board
   * @param visiting the group somebody who leads looks at, null for the own place
   * @param form a question being asked
   */
  ModelAndView page(
      Workshop workshop,
      BoardAccess reader,
      String shown,
      String drawer,
      @Nullable Integer visiting,
      Form form) {
    RoomView room = view(workshop, reader);
    var page =
        new ModelAndView(
            "workshop/room",
            Map.of(
                "room",
                room,
                "media",
                media(room, visiting),
                "view",
                boards.view(workshops.board(workshop), reader),
                "names",
                names(),
                "shown",
                VIEWS.contains(shown) ? shown : "board",
                "drawer",
                DRAWERS.contains(drawer) ? drawer : "agenda",
                "improvements",
                improvements.shownIn(workshop),
                "form",
                form));
    afterwards.until(workshop).ifPresent(until -> page.addObject("until", until));
    return page;
  }

  /**
   * Does something and leads back to the room; what cannot be done now is said in the room as it
   * is, because whoever clicked needs to see both.
   */
  ModelAndView doing(Workshop workshop, BoardAccess reader, Runnable deed) {
    try {
      deed.run();
      return Redirect.to(workshop.url("/room"));
    } catch (Problem refused) {
      ModelAndView room =
          page(workshops.get(workshop.id()), reader, "board", "agenda", Form.empty());
      room.setStatus(refused.status());
      return room.addObject(
          "told", refused.fields().values().stream().findFirst().orElseGet(refused::message));
    }
  }

  RoomView view(Workshop workshop, BoardAccess reader) {
    BoardId board = workshops.board(workshop);
    List<Participant> people = participants.of(workshop.id());
    QuestionList asked = questions.read(workshop, reader);
    Phase current = workshop.current().orElse(null);
    boolean covered = current != null && workshops.isCovered(board, current);
    boolean locked = boards.get(board).locked();
    Instant end = current == null ? null : current.endsAt();
    Instant opened = current == null ? null : current.openedAt();
    OwnGroup own = own(workshop, people, reader);
    GroupWork work = groups.areThere(workshop) ? boards.groupWork(board) : null;
    FacilitationView doings = facilitation.view(workshop, reader, people);
    ParticipantId self = self(people, reader.person());
    TalkView talk = talks.view(workshop, self, reader);
    int offers = self == null ? 0 : contacts.offers(self, people);
    ArrivalView arriving = arrival.view(workshop, reader.person(), people);
    String version =
        Integer.toHexString(
            Objects.hash(
                opened,
                end,
                workshop.isOver(),
                Participant.count(people),
                covered,
                locked,
                asked,
                own,
                work,
                groups.open(workshop),
                meetings.of(workshop),
                doings,
                talk,
                afterwards.until(workshop),
                arriving,
                offers,
                workshop.isReleased()));
    return new RoomView(
        workshop,
        reader.person(),
        reader.part() == BoardAccess.Part.LEADS,
        current,
        workshop.next().orElse(null),
        reader.part() == BoardAccess.Part.LEADS ? people : present(people),
        asked,
        covered,
        locked,
        own,
        work,
        doings,
        talk,
        arriving,
        offers,
        clock.instant(),
        version);
  }

  private RoomMedia media(RoomView room, @Nullable Integer visiting) {
    ParticipantId own = self(room.participants(), room.reader());
    Workshop workshop = room.workshop();
    int called = room.facilitation().place();
    Integer here = visiting == null && called > 0 ? Integer.valueOf(called) : visiting;
    return RoomMedia.of(groups.open(workshop), meetings.of(workshop), room, own, here);
  }

  private static @Nullable ParticipantId self(List<Participant> people, PersonId reader) {
    return people.stream()
        .filter(person -> person.person().equals(reader))
        .findFirst()
        .map(Participant::id)
        .orElse(null);
  }

  private static List<Participant> present(List<Participant> people) {
    return people.stream().filter(person -> !person.standing().isOut()).toList();
  }

  private @Nullable OwnGroup own(Workshop workshop, List<Participant> people, BoardAccess reader) {
    return people.stream()
        .filter(person -> person.person().equals(reader.person()))
        .findFirst()
        .flatMap(person -> groups.own(person.id(), workshop))
        .orElse(null);
  }

  private Map<TenantId, String> names() {
    Map<TenantId, String> names = new LinkedHashMap<>();
    tenants.all().forEach(tenant -> names.put(tenant.id(), tenant.name()));
    return names;
  }
}

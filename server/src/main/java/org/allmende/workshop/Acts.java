package org.allmende.workshop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.allmende.board.BoardId;
import org.allmende.board.Boards;
import org.allmende.video.MediaRooms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done in a room besides going through the agenda: raising a hand, calling for help,
 * writing to all, showing a note, muting, removing, visiting a group, calling the groups back.
 */
@Component
class Acts {

  private final ActStore store;
  private final WorkshopStore workshops;
  private final ParticipantStore participants;
  private final GroupTimes groupTimes;
  private final Rehearsals rehearsals;
  private final Whereabouts whereabouts;
  private final Boards boards;
  private final MediaRooms media;
  private final Submissions submissions;
  private final Audit audit;
  private final Clock clock;

  Acts(
      ActStore store,
      WorkshopStore workshops,
      ParticipantStore participants,
      GroupTimes groupTimes,
      Rehearsals rehearsals,
      Whereabouts whereabouts,
      Boards boards,
      MediaRooms media,
      Submissions submissions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.workshops = workshops;
    this.participants = participants;
    this.groupTimes = groupTimes;
    this.rehearsals = rehearsals;
    this.whereabouts = whereabouts;
    this.boards = boards;
    this.media = media;
    this.submissions = submissions;
    this.audit = audit;
    this.clock = clock;
  }

  List<Act> inForce(Workshop workshop) {
    return store.inForce(workshop.id());
  }

  /**
   * Does it; what holds already is not done again.
   *
   * @return its id
   * @throws Problem 403 for what only others may do, 409 for what cannot be now
   */
  @Transactional
  public String begin(
      Workshop workshop,
      NewAct wanted,
      @Nullable String submission,
      BoardAccess by,
      Viewer viewer) {
    requireRight(wanted.kind(), by);
    return submissions.once(
        "workshop act " + workshop.id() + " " + by.person(),
        submission,
        () -> begin(workshop, wanted, by, viewer));
  }

  private String begin(Workshop workshop, NewAct wanted, BoardAccess by, Viewer viewer) {
    workshops.lock(workshop.id());
    List<Act> now = inForce(workshop);
    if (wanted.kind().isReplaced()) {
      now.stream()
          .filter(act -> act.is(wanted.kind()))
          .forEach(act -> store.end(act, clock.instant(), by.person()));
    }
    String id =
        switch (wanted.kind()) {
          case HAND -> keep(workshop, NewAct.of(ActKind.HAND).by(self(workshop, by).id()), by);
          case HELP -> help(workshop, now, by);
          case ANNOUNCEMENT, LEAD -> keep(workshop, wanted, by);
          case SPOTLIGHT -> spotlight(workshop, wanted, by);
          case MUTE -> mute(workshop, other(workshop, wanted), wanted, by);
          case REMOVAL -> keep(workshop, wanted.by(other(workshop, wanted).id()), by);
          case VISIT -> visit(workshop, wanted, now, by);
          case GROUPS -> groupTimes.goBack(workshop, by.person());
          case REHEARSAL -> rehearsals.begin(workshop, by.person());
        };
    if (!wanted.kind().isOfParticipants()) {
      audit.record(
          workshop.tenant(), viewer, "workshop.act." + wanted.kind().key(), workshop.ref());
    }
    recheck(workshop, wanted.kind(), by);
    return id;
  }

  private String mute(Workshop workshop, Participant person, NewAct wanted, BoardAccess by) {
    media.mute(workshop.ref(), person.person());
    return keep(workshop, wanted.by(person.id()), by);
  }

  private String keep(Workshop workshop, NewAct act, BoardAccess by) {
    return store.begin(workshop.id(), act, by.person());
  }

  private static void requireRight(ActKind kind, BoardAccess by) {
    boolean leads = by.part() == BoardAccess.Part.LEADS;
    if (kind.isOfParticipants() == leads) {
      throw Problem.forbidden(leads ? "workshop.act.participantsOnly" : "workshop.notLeading");
    }
  }

  private Participant self(Workshop workshop, BoardAccess by) {
    return participants.of(workshop.id()).stream()
        .filter(person -> person.person().equals(by.person()))
        .findFirst()
        .orElseThrow(() -> Problem.forbidden("workshop.token.wrong"));
  }

  private Participant other(Workshop workshop, NewAct wanted) {
    return participants.of(workshop.id()).stream()
        .filter(person -> person.id().equals(wanted.participant()))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("workshop.act.participant.unknown"));
  }

  /** One call from a group is enough, whoever of it calls. */
  private String help(Workshop workshop, List<Act> now, BoardAccess by) {
    Participant caller = self(workshop, by);
    int group = whereabouts.of(workshop).in(by.person());
    if (group == 0) {
      throw Problem.conflict("workshop.act.help.noGroup");
    }
    return now.stream()
        .filter(act -> act.is(ActKind.HELP) && act.number() == group)
        .map(Act::id)
        .findFirst()
        .orElseGet(() -> keep(workshop, NewAct.of(ActKind.HELP).by(caller.id()).in(group), by));
  }

  /** Only what all may see already is shown to all. */
  private String spotlight(Workshop workshop, NewAct wanted, BoardAccess by) {
    BoardId board = boards.of(workshop.ref()).orElseThrow().id();
    var view = boards.view(board, by);
    var note =
        view.notes().stream()
            .filter(each -> each.id().equals(wanted.note()))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("workshop.act.note.unknown"));
    if (view.zones().stream().anyMatch(zone -> zone.id().equals(note.zone()) && zone.covered())) {
      throw Problem.conflict("workshop.act.note.covered");
    }
    return keep(workshop, wanted, by);
  }

  /** Goes to a group, or with 0 back to all; who called there is answered thereby. */
  private String visit(Workshop workshop, NewAct wanted, List<Act> now, BoardAccess by) {
    Instant at = clock.instant();
    int group = wanted.number();
    if (group < 0 || group > whereabouts.of(workshop).groups()) {
      throw Problem.conflict("workshop.act.visit.noGroup");
    }
    now.stream()
        .filter(act -> act.is(ActKind.VISIT) && by.person().equals(act.person()))
        .forEach(act -> store.end(act, at, by.person()));
    now.stream()
        .filter(act -> act.is(ActKind.HELP) && act.number() == group)
        .forEach(act -> store.end(act, at, by.person()));
    return group == 0 ? "" : keep(workshop, wanted.by(by.person()), by);
  }

  /**
   * Ends it; groups are over after the time in which they are called back. Again changes nothing.
   *
   * @throws Problem 403 for what only others may end, 404 if the workshop has nothing of the id
   */
  @Transactional
  public void end(Workshop workshop, String id, Duration after, BoardAccess by, Viewer viewer) {
    Act act =
        store
            .find(id)
            .filter(found -> found.workshop().equals(workshop.id()))
            .orElseThrow(() -> Problem.notFound("workshop.act.unknown"));
    boolean own = act.kind().isOfParticipants() && by.person().equals(act.by());
    if (!own && by.part() != BoardAccess.Part.LEADS) {
      throw Problem.forbidden("workshop.notLeading");
    }
    Instant now = clock.instant();
    if (!act.holdsAt(now)) {
      return;
    }
    if (act.is(ActKind.GROUPS)) {
      store.end(act, now.plus(after), by.person());
      media.arrange(workshop.ref(), now.plus(after));
    } else {
      store.end(act, now, by.person());
    }
    if (act.is(ActKind.REHEARSAL)) {
      rehearsals.end(workshop, act, viewer);
    }
    if (!act.kind().isOfParticipants()) {
      audit.record(workshop.tenant(), viewer, "workshop.end." + act.kind().key(), workshop.ref());
    }
    recheck(workshop, act.kind(), by);
  }

  /** Whoever is on the board or in a call is asked for again, and leaves it if need be. */
  private void recheck(Workshop workshop, ActKind kind, BoardAccess by) {
    media.arrange(workshop.ref());
    if (kind.isAboutRights()) {
      boards.recheck(boards.of(workshop.ref()).orElseThrow().id(), by.person());
    }
  }
}

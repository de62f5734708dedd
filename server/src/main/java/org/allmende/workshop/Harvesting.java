package org.allmende.workshop;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.event.Events;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardNote;
import org.allmende.board.Boards;
import org.allmende.board.NoteId;
import org.allmende.catalog.Topics;
import org.allmende.notify.Following;
import org.allmende.wish.HarvestedNote;
import org.allmende.wish.PotentialId;
import org.allmende.wish.Potentials;
import org.allmende.wish.WishId;
import org.allmende.wish.Wishes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes wishes, potentials and the rest of what was said; internal until the results are released.
 */
@Component
public class Harvesting {

  private final WorkshopStore workshops;
  private final HarvestStore harvests;
  private final ParticipantStore participants;
  private final RunStore runs;
  private final Boards boards;
  private final Topics topics;
  private final Wishes wishes;
  private final Potentials potentials;
  private final Submissions submissions;
  private final Texts texts;
  private final Following following;
  private final Events events;
  private final Audit audit;
  private final Clock clock;

  Harvesting(
      WorkshopStore workshops,
      HarvestStore harvests,
      ParticipantStore participants,
      RunStore runs,
      Boards boards,
      Topics topics,
      Wishes wishes,
      Potentials potentials,
      Submissions submissions,
      Texts texts,
      Following following,
      Events events,
      Audit audit,
      Clock clock) {
    this.workshops = workshops;
    this.harvests = harvests;
    this.participants = participants;
    this.runs = runs;
    this.boards = boards;
    this.topics = topics;
    this.wishes = wishes;
    this.potentials = potentials;
    this.submissions = submissions;
    this.texts = texts;
    this.following = following;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the notes of a workshop became, by note. */
  public Map<NoteId, Harvest> of(Workshop workshop) {
    return harvests.of(workshop.id());
  }

  /** Everything written in a workshop, the covered too. */
  /** The replies to a note, oldest first. */
  List<String> comments(Workshop workshop, NoteId note) {
    return boards
        .comments(boards.of(workshop.ref()).orElseThrow().id())
        .getOrDefault(note, List.of());
  }

  List<BoardNote> notes(Workshop workshop) {
    return boards.export(boards.of(workshop.ref()).orElseThrow().id());
  }

  /** The participants by person, to know a note's author by number and municipality. */
  Map<PersonId, Participant> authors(Workshop workshop) {
    return participants.of(workshop.id()).stream()
        .collect(Collectors.toMap(Participant::person, Function.identity(), (one, other) -> one));
  }

  /**
   * Makes a note what the facilitator says it is; notes that mean the same go with it. The same
   * submission harvests once.
   *
   * @throws Problem 404 if the workshop has no such note, 409 if the note became something before
   */
  @Transactional
  public Harvest harvest(
      Workshop workshop, NoteId note, Verdict verdict, @Nullable String submission, Viewer by) {
    Workshops.requireLead(workshop, by);
    String id =
        submissions.once(
            "workshop harvest " + workshop.id(),
            submission,
            () -> harvest(workshop.id(), note, verdict, by).note().value());
    return Objects.requireNonNull(harvests.of(workshop.id()).get(new NoteId(id)));
  }

  private Harvest harvest(WorkshopId id, NoteId note, Verdict verdict, Viewer by) {
    workshops.lock(id);
    // Somebody may have released the results while this waited.
    Workshop workshop = workshops.find(id).orElseThrow();
    var gathering = new Gathering(workshop, verdict, by, notesById(workshop), authors(workshop));
    BoardNote main = gathering.note(note);
    if (harvests.of(workshop.id()).containsKey(note)) {
      throw Problem.conflict("workshop.harvest.done.already");
    }
    if (verdict.topic() != null && topics.find(verdict.topic()).isEmpty()) {
      throw Problem.invalid("workshop.harvest.topic.unknown");
    }
    Ref target = target(gathering, main);
    Harvest harvest = keep(gathering, main, target, null);
    for (NoteId same : verdict.same()) {
      if (!same.equals(note)) {
        join(gathering, gathering.note(same), target, note);
      }
    }
    if (verdict.topic() != null) {
      topics.chosen(harvest.tenant(), main.text(), verdict.topic());
    }
    if (workshop.isReleased()) {
      makePublic(workshop, by);
    }
    audit.record(workshop.tenant(), by, "workshop.harvest", workshop.ref());
    return harvest;
  }

  private Map<NoteId, BoardNote> notesById(Workshop workshop) {
    Map<NoteId, BoardNote> notes = new LinkedHashMap<>();
    notes(workshop).forEach(note -> notes.put(note.id(), note));
    return notes;
  }

  private @Nullable Ref target(Gathering gathering, BoardNote main) {
    return switch (gathering.verdict().kind()) {
      case WISH -> wishes.harvest(harvested(gathering, main), gathering.by()).ref();
      case POTENTIAL -> potentials.harvest(harvested(gathering, main), gathering.by()).ref();
      case CHALLENGE, IDEA, EXPERIENCE, QUESTION -> null;
    };
  }

  private void join(Gathering gathering, BoardNote note, @Nullable Ref target, NoteId main) {
    keep(gathering, note, target, main);
    if (target != null && gathering.verdict().kind() == HarvestKind.WISH) {
      wishes.addNote(new WishId(target.id()), harvested(gathering, note), gathering.by());
    } else if (target != null) {
      potentials.addNote(new PotentialId(target.id()), harvested(gathering, note), gathering.by());
    }
  }

  private Harvest keep(
      Gathering gathering, BoardNote note, @Nullable Ref target, @Nullable NoteId mergedInto) {
    Verdict verdict = gathering.verdict();
    var harvest =
        new Harvest(
            note.id(),
            gathering.workshop().id(),
            verdict.kind(),
            mergedInto == null ? gathering.wording(note) : note.text(),
            verdict.topic() == null ? null : verdict.topic().slug(),
            gathering.owner(note),
            target,
            mergedInto,
            clock.instant());
    if (!harvests.insert(harvest, gathering.by().person())) {
      throw Problem.conflict("workshop.harvest.done.already");
    }
    return harvest;
  }

  private HarvestedNote harvested(Gathering gathering, BoardNote note) {
    Workshop workshop = gathering.workshop();
    return new HarvestedNote(
        gathering.owner(note),
        workshop.tenant(),
        workshop.origin(),
        HarvestTargets.ref(note.id()),
        note.text(),
        gathering.wording(note),
        gathering.verdict().topic() == null ? null : gathering.verdict().topic().slug(),
        Hats.ofWish(note.hat()),
        note.author(),
        pseudonym(note, gathering.authors().get(note.author())),
        note.phaseTitle(),
        note.dots(),
        note.at());
  }

  /** How the author of a note is called outside the room. */
  String pseudonym(BoardNote note, @Nullable Participant author) {
    if (author == null && runs.isCarried(note.id())) {
      return texts.of(Locale.GERMAN, "workshop.pseudonym.before");
    }
    return author == null
        ? texts.of(Locale.GERMAN, "workshop.pseudonym.lead")
        : texts.of(Locale.GERMAN, "workshop.pseudonym", author.number());
  }

  /**
   * Makes the results public: everything said, and the wishes and potentials made of it. The same
   * submission releases once.
   *
   * @throws Problem 409 if they are public already
   */
  @Transactional
  public void release(Workshop workshop, @Nullable String submission, Viewer by) {
    Workshops.requireLead(workshop, by);
    submissions.once(
        "workshop release " + workshop.id(),
        submission,
        () -> {
          release(workshop, by);
          return workshop.id().value();
        });
  }

  private void release(Workshop workshop, Viewer by) {
    if (!workshops.release(workshop.id(), by.person(), clock.instant())) {
      throw Problem.conflict("workshop.release.done");
    }
    makePublic(workshop, by);
    events.publish(new ResultsReleased(workshop.tenant(), workshop.id()));
    audit.record(workshop.tenant(), by, "workshop.release", workshop.ref());
  }

  private void makePublic(Workshop workshop, Viewer by) {
    letVotersFollow(workshop);
    wishes.releaseFrom(workshop.ref(), by);
    potentials.releaseFrom(workshop.ref(), by);
  }

  /** Whoever gave dots to a note wants to know what becomes of it, as its author does. */
  private void letVotersFollow(Workshop workshop) {
    Map<NoteId, Set<PersonId>> voters = boards.voters(boards.of(workshop.ref()).orElseThrow().id());
    for (Harvest harvest : of(workshop).values()) {
      Ref target = harvest.target();
      if (target != null) {
        voters
            .getOrDefault(harvest.note(), Set.of())
            .forEach(voter -> following.follow(voter, target));
      }
    }
  }

  /** One verdict with all that is needed to carry it out. */
  private record Gathering(
      Workshop workshop,
      Verdict verdict,
      Viewer by,
      Map<NoteId, BoardNote> notes,
      Map<PersonId, Participant> authors) {

    BoardNote note(NoteId id) {
      BoardNote note = notes.get(id);
      if (note == null) {
        throw Problem.notFound("workshop.harvest.noteNotFound");
      }
      return note;
    }

    String wording(BoardNote note) {
      return verdict.text() == null ? note.text() : verdict.text();
    }

    /**
     * The tenant the facilitator said, else the one the author named, else the owner of the
     * workshop.
     */
    TenantId owner(BoardNote note) {
      if (verdict.tenant() != null) {
        return verdict.tenant();
      }
      Participant author = authors.get(note.author());
      TenantId named = author == null ? null : author.tenant();
      return named == null ? workshop.tenant() : named;
    }
  }
}

package org.allmende.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.time.ShiftedClock;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.allmende.board.BoardId;
import org.allmende.board.BoardNote;
import org.allmende.board.Boards;
import org.allmende.board.Hat;
import org.allmende.board.NewNote;
import org.allmende.board.NoteId;
import org.allmende.board.ZoneId;
import org.allmende.board.ZoneOfPhase;
import org.allmende.catalog.TopicId;
import org.allmende.people.Addresses;
import org.allmende.workshop.AgendaTemplate;
import org.allmende.workshop.Answers;
import org.allmende.workshop.Harvest;
import org.allmende.workshop.HarvestKind;
import org.allmende.workshop.Harvesting;
import org.allmende.workshop.JoinForm;
import org.allmende.workshop.Joining;
import org.allmende.workshop.NewQuestion;
import org.allmende.workshop.Phase;
import org.allmende.workshop.PhaseKind;
import org.allmende.workshop.QuestionId;
import org.allmende.workshop.Questions;
import org.allmende.workshop.SharedDevice;
import org.allmende.workshop.Verdict;
import org.allmende.workshop.Visitor;
import org.allmende.workshop.Workshop;
import org.allmende.workshop.WorkshopId;
import org.allmende.workshop.WorkshopPlan;
import org.allmende.workshop.Workshops;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The workshop of last spring with all its notes and what they became, and the ones to come. */
@Component
class DemoWorkshop {

  private static final List<TenantId> CO_HOSTS =
      List.of(new TenantId("moers"), new TenantId("kleve"), new TenantId("geldern"));
  private static final int PLANNED_BEFORE = 35;
  private static final int HARVESTED_AFTER = 4;

  private record Told(Plan past, Plan coming, Plan planned) {}

  /**
   * A workshop as {@code workshop.json} tells it.
   *
   * @param ago how many days ago it took place, negative for one to come
   * @param released how many days ago its results were made public
   */
  private record Plan(
      String title,
      int ago,
      LocalTime from,
      LocalTime to,
      @Nullable String place,
      AgendaTemplate template,
      int capacity,
      int released,
      @Nullable List<Guest> people,
      @Nullable List<Slip> notes,
      @Nullable List<Asked> questions) {

    List<Guest> guests() {
      return people == null ? List.of() : people;
    }

    List<Slip> slips() {
      return notes == null ? List.of() : notes;
    }

    List<Asked> asked() {
      return questions == null ? List.of() : questions;
    }
  }

  /**
   * Somebody who took part.
   *
   * @param told whether the person left an address to be told at
   */
  private record Guest(String id, String name, String town, String department, boolean told) {}

  /** A note: in which collecting phase and zone, by whom, and how many dots it got. */
  private record Slip(
      int phase,
      String zone,
      String by,
      @Nullable Hat hat,
      String text,
      int dots,
      @Nullable Become harvest) {

    boolean becomes(String key) {
      return harvest != null && key.equals(harvest.key());
    }
  }

  /**
   * A question to all.
   *
   * @param also who wants to know it too
   * @param answer what was written down, empty when it was only said, null when nobody answered
   */
  private record Asked(String by, String text, List<String> also, @Nullable String answer) {}

  /** What a note became; "same" joins the note that has the same key. */
  private record Become(
      String as, @Nullable String key, @Nullable String text, @Nullable String topic) {

    static final String SAME = "same";
  }

  private final DemoPast past;
  private final DemoTowns towns;
  private final Told told;
  private final Workshops workshops;
  private final Joining joining;
  private final Boards boards;
  private final Harvesting harvesting;
  private final Questions questions;
  private final Addresses addresses;
  private final Map<String, Ref> harvested = new HashMap<>();

  DemoWorkshop(
      DemoPast past,
      DemoTowns towns,
      DemoFiles files,
      Workshops workshops,
      Joining joining,
      Boards boards,
      Harvesting harvesting,
      Questions questions,
      Addresses addresses) {
    this.past = past;
    this.towns = towns;
    this.told = files.one("workshop.json", Told.class);
    this.workshops = workshops;
    this.joining = joining;
    this.boards = boards;
    this.harvesting = harvesting;
    this.questions = questions;
    this.addresses = addresses;
  }

  /** What came of the notes with that key. */
  Ref harvested(String key) {
    Ref ref = harvested.get(key);
    if (ref == null) {
      throw new IllegalArgumentException("workshop.json knows no " + key);
    }
    return ref;
  }

  /** The workshop that took place: planned, held, harvested, released. */
  void hold() {
    Plan plan = told.past();
    WorkshopId id = plan("past", plan, plan.ago() + PLANNED_BEFORE);
    past.does("workshop:held", start(plan), () -> hold(plan, id));
    harvest(plan, id);
    past.does(
        "workshop:released",
        past.daysAgo(plan.released()),
        () -> harvesting.release(workshops.get(id), null, facilitator()));
  }

  /** The workshops that people can still come to. */
  void announce() {
    WorkshopId _ = plan("coming", told.coming(), 18);
    WorkshopId _ = plan("planned", told.planned(), 1);
  }

  private WorkshopId plan(String key, Plan plan, int ago) {
    Instant at = past.daysAgo(ago);
    return new WorkshopId(past.once("workshop:" + key, at, () -> create(plan).id().value()));
  }

  private Workshop create(Plan plan) {
    return workshops.create(DemoTowns.LAB, planned(plan), null, facilitator());
  }

  private WorkshopPlan planned(Plan plan) {
    LocalDate day = LocalDate.ofInstant(start(plan), past.zone());
    String online = "https://konferenz.example/offene-daten";
    return new WorkshopPlan(
        plan.title(),
        plan.place(),
        online,
        past.at(day, plan.from()),
        past.at(day, plan.to()),
        plan.capacity(),
        plan.template(),
        CO_HOSTS);
  }

  private Instant start(Plan plan) {
    return past.daysAgo(plan.ago(), plan.from());
  }

  private Viewer facilitator() {
    return towns.one(DemoTowns.LAB, Role.FACILITATOR);
  }

  private void hold(Plan plan, WorkshopId id) {
    Workshop workshop = workshops.get(id);
    BoardId board = workshops.board(workshop);
    Map<String, BoardAccess> people = join(plan, workshop);
    Instant now = start(plan).plus(Duration.ofMinutes(70));
    int collecting = 0;
    while (!workshop.isOver()) {
      Workshop before = workshop;
      workshop = ShiftedClock.at(now, () -> workshops.openNext(before.id(), null, facilitator()));
      Phase phase = workshop.current().orElse(null);
      if (phase != null && phase.kind() == PhaseKind.COLLECT) {
        collecting++;
        write(plan, board, phase, collecting, people, now);
      } else if (phase != null && phase.kind() == PhaseKind.DOTS) {
        dot(plan, board, List.copyOf(people.values()), now);
      }
      now = now.plus(Duration.ofMinutes(phase == null ? 0 : phase.minutes()));
      if (collecting == 1 && phase != null && phase.kind() == PhaseKind.COLLECT) {
        Workshop running = workshop;
        ShiftedClock.at(now, () -> plan.asked().forEach(asked -> ask(running, asked, people)));
      }
    }
  }

  private void ask(Workshop workshop, Asked asked, Map<String, BoardAccess> people) {
    QuestionId id =
        questions.ask(
            workshop, known(people, asked.by()), new NewQuestion(asked.text(), null), null);
    asked.also().forEach(other -> questions.support(workshop, id, known(people, other)));
    String answer = asked.answer();
    if (answer != null) {
      questions.answer(workshop, id, answer.isEmpty() ? null : answer, facilitator());
    }
  }

  private Map<String, BoardAccess> join(Plan plan, Workshop workshop) {
    Map<String, BoardAccess> people = new HashMap<>();
    for (Guest guest : plan.guests()) {
      var form =
          new JoinForm(
              workshop.joinCode().toString(),
              guest.name(),
              new TenantId(guest.town()),
              guest.department(),
              null,
              SharedDevice.ALONE,
              Answers.NONE);
      var participant =
          joining.join(workshop, form, null, new Visitor("demo", null), Locale.GERMAN);
      if (guest.told()) {
        addresses.confirmed(participant.person(), guest.id() + "@teilnahme.example", Locale.GERMAN);
      }
      people.put(
          guest.id(),
          new BoardAccess(participant.person(), guest.name(), BoardAccess.Part.TAKES_PART));
    }
    return people;
  }

  private void write(
      Plan plan,
      BoardId board,
      Phase phase,
      int number,
      Map<String, BoardAccess> people,
      Instant from) {
    Instant at = from;
    for (Slip slip : plan.slips()) {
      if (slip.phase() == number) {
        at = at.plusSeconds(40);
        BoardAccess author = known(people, slip.by());
        var note = new NewNote(slip.text(), zone(board, phase, author, slip.zone()), slip.hat());
        ShiftedClock.at(
            at,
            () -> {
              NoteId _ = boards.note(board, author, note, null);
            });
      }
    }
  }

  /** Where the group of the author writes under the heading, or everybody does. */
  private ZoneId zone(BoardId board, Phase phase, BoardAccess author, String title) {
    return boards.zones(board, author).stream()
        .filter(zone -> zone.phase().equals(phase.id().value()) && zone.title().equals(title))
        .map(ZoneOfPhase::id)
        .findFirst()
        .orElseThrow();
  }

  private static BoardAccess known(Map<String, BoardAccess> people, String id) {
    BoardAccess person = people.get(id);
    if (person == null) {
      throw new IllegalArgumentException("workshop.json knows nobody called " + id);
    }
    return person;
  }

  /** Everybody in turn gives one dot, so that nobody gives more than there are. */
  private void dot(Plan plan, BoardId board, List<BoardAccess> people, Instant at) {
    Map<String, NoteId> notes = notes(board);
    int turn = 0;
    for (Slip slip : plan.slips()) {
      NoteId note = note(notes, slip);
      for (int dot = 0; dot < slip.dots(); dot++) {
        BoardAccess giver = people.get(turn++ % people.size());
        ShiftedClock.at(at, () -> boards.dots(board, giver, note, 1, null));
      }
    }
  }

  private Map<String, NoteId> notes(BoardId board) {
    Map<String, NoteId> notes = new HashMap<>();
    for (BoardNote note : boards.export(board)) {
      notes.put(note.text(), note.id());
    }
    return notes;
  }

  private static NoteId note(Map<String, NoteId> notes, Slip slip) {
    NoteId note = notes.get(slip.text());
    if (note == null) {
      throw new IllegalStateException("not on the board: " + slip.text());
    }
    return note;
  }

  private void harvest(Plan plan, WorkshopId id) {
    Workshop workshop = workshops.get(id);
    Map<String, NoteId> notes = notes(workshops.board(workshop));
    Instant at = past.daysAgo(plan.ago() - HARVESTED_AFTER);
    for (Slip slip : plan.slips()) {
      Become become = slip.harvest();
      if (become != null && !become.as().equals(Become.SAME)) {
        NoteId note = note(notes, slip);
        Verdict verdict = verdict(become, same(plan, notes, slip));
        String made =
            past.once("harvest:" + slip.text(), at, () -> harvest(workshop, note, verdict));
        if (become.key() != null) {
          harvested.put(become.key(), Ref.parse(made));
        }
      }
    }
  }

  private static List<NoteId> same(Plan plan, Map<String, NoteId> notes, Slip main) {
    List<NoteId> same = new ArrayList<>();
    String key = main.harvest() == null ? null : main.harvest().key();
    for (Slip slip : plan.slips()) {
      if (key != null && slip != main && slip.becomes(key)) {
        same.add(note(notes, slip));
      }
    }
    return same;
  }

  private static Verdict verdict(Become become, List<NoteId> same) {
    return new Verdict(
        HarvestKind.valueOf(become.as().toUpperCase(Locale.ROOT)),
        become.text(),
        become.topic() == null ? null : new TopicId(become.topic()),
        null,
        same);
  }

  private String harvest(Workshop workshop, NoteId note, Verdict verdict) {
    Harvest harvest = harvesting.harvest(workshop, note, verdict, null, facilitator());
    Ref target = harvest.target();
    return target == null ? new Ref("note", note.value()).toString() : target.toString();
  }
}

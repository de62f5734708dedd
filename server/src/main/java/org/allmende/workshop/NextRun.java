package org.allmende.workshop;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.allmende.base.i18n.Moments;
import org.allmende.base.i18n.Texts;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardNote;
import org.allmende.board.Boards;
import org.allmende.board.BroughtNote;
import org.allmende.board.NoteId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans a workshop once more: with the agenda as it really went, and with the notes nobody got
 * round to.
 */
@Component
class NextRun {

  private final RunStore runs;
  private final Workshops workshops;
  private final Agendas agendas;
  private final HarvestStore harvests;
  private final Boards boards;
  private final Texts texts;
  private final Clock clock;

  NextRun(
      RunStore runs,
      Workshops workshops,
      Agendas agendas,
      HarvestStore harvests,
      Boards boards,
      Texts texts,
      Clock clock) {
    this.runs = runs;
    this.workshops = workshops;
    this.agendas = agendas;
    this.harvests = harvests;
    this.boards = boards;
    this.texts = texts;
    this.clock = clock;
  }

  /** What became nothing yet; what is parked comes first. */
  List<BoardNote> leftOver(Workshop workshop) {
    Set<NoteId> done = harvests.of(workshop.id()).keySet();
    List<BoardNote> left =
        boards.export(workshops.board(workshop)).stream()
            .filter(note -> !done.contains(note.id()))
            .toList();
    return Stream.concat(
            left.stream().filter(note -> note.marks().parked() != null),
            left.stream().filter(note -> note.marks().parked() == null))
        .toList();
  }

  /** The workshop this one is the next run of. */
  Optional<Workshop> before(Workshop workshop) {
    return runs.before(workshop.id()).map(workshops::get);
  }

  /** What was planned from it, the latest first. */
  List<Workshop> after(Workshop workshop) {
    return workshops.all(runs.after(workshop.id()));
  }

  /**
   * Plans it; the same submission plans it once.
   *
   * @param along the notes that come along, of those left over
   * @throws Problem 409 before the last phase has ended
   */
  @Transactional
  public Workshop plan(
      Workshop before,
      WorkshopPlan plan,
      List<String> along,
      @Nullable String submission,
      Viewer by) {
    Workshops.requireLead(before, by);
    if (!before.isOver() || before.rehearsing()) {
      throw Problem.conflict("workshop.next.notOver");
    }
    Workshop next = workshops.create(before.tenant(), plan, held(before), submission, by);
    if (runs.before(next.id()).isEmpty()) {
      runs.insert(next.id(), before.id(), by.person(), clock.instant());
      bring(
          next,
          before,
          leftOver(before).stream().filter(note -> along.contains(note.id().value())).toList(),
          by);
    }
    return next;
  }

  /** The agenda as it really went: without what was never opened, with the minutes it took. */
  List<AgendaLine> held(Workshop workshop) {
    Map<PhaseId, Duration> took = runs.took(workshop.id());
    Map<String, List<String>> zones = agendas.zones(workshop);
    return workshop.phases().stream()
        .filter(phase -> !phase.kind().isWork() || took.containsKey(phase.id()))
        .map(phase -> {
          AgendaLine line = phase.line(zones.getOrDefault(phase.key(), List.of()));
          long minutes = took.getOrDefault(phase.id(), Duration.ZERO).plusSeconds(30).toMinutes();
          // What was left within a minute says nothing about how long it takes.
          return minutes == 0 ? line : line.lasting((int) Math.min(minutes, AgendaForm.LONGEST));
        })
        .toList();
  }

  private void bring(Workshop next, Workshop before, List<BoardNote> notes, Viewer by) {
    if (notes.isEmpty()) {
      return;
    }
    agendas.makeRoom(next, texts.of(Locale.GERMAN, "workshop.next.zone"), by);
    String origin = texts.of(Locale.GERMAN, "workshop.next.origin", before.title(), day(before));
    List<BroughtNote> brought =
        notes.stream()
            .map(note -> new BroughtNote(note.text(), note.hat(), note.author(), origin))
            .toList();
    List<NoteId> here =
        boards.bring(workshops.board(next), AgendaPhases.CARRIED, brought, by.person());
    for (int i = 0; i < here.size(); i++) {
      runs.carry(next.id(), notes.get(i).id(), here.get(i));
    }
  }

  private String day(Workshop workshop) {
    return new Moments(Locale.GERMAN, clock.getZone()).date(workshop.startsAt());
  }

  /** Lays the notes of the run before on the board once more, after it has been cleared. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void bringAgain(Workshop workshop, Viewer by) {
    List<BoardNote> carried = boards.notes(runs.carried(workshop.id()));
    before(workshop).ifPresent(before -> bring(workshop, before, carried, by));
  }
}

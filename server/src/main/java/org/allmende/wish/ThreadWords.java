package org.allmende.wish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.base.i18n.Moments;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.TenantId;
import org.allmende.comment.Comment;
import org.allmende.notify.Told;
import org.allmende.plan.Commitment;
import org.allmende.plan.CommitmentState;
import org.allmende.plan.Progress;
import org.jspecify.annotations.Nullable;

/** Finds the words for every knot of a thread, in one language. */
final class ThreadWords {

  private final Texts texts;
  private final Moments days;
  private final LocalDate today;

  ThreadWords(Texts texts, Moments days, LocalDate today) {
    this.texts = texts;
    this.days = days;
    this.today = today;
  }

  /** A knot, for the page and for the API. */
  record Knot(Instant at, KnotView view, ThreadItem item) {}

  /** Everything that happened, oldest first. */
  List<Knot> knots(Threads.Facts facts) {
    List<Knot> knots = new ArrayList<>();
    notes(facts, knots);
    for (Step step : facts.steps()) {
      step(facts, step, knots);
    }
    objections(facts, knots);
    told(facts, knots);
    knots.sort(Comparator.comparing(Knot::at));
    supports(facts, knots);
    return knots;
  }

  /** What is still to come. */
  List<String> waiting(WishState state) {
    return switch (state) {
      case REFUSED, WITHDRAWN, MERGED, USED -> List.of();
      case PUBLISHED -> List.of(t("wish.waiting.used"));
      default -> List.of(t("wish.waiting.published"), t("wish.waiting.used"));
    };
  }

  private void notes(Threads.Facts facts, List<Knot> knots) {
    List<Slip> notes = facts.notes();
    if (notes.isEmpty()) {
      return;
    }
    Instant at = notes.getFirst().writtenAt();
    String title = t("wish.knot.notes", notes.size());
    String workshop = facts.wish().origin() == null ? "" : facts.wish().origin().title();
    KnotView view =
        knot(KnotKind.NOTE, at, title, null)
            .with(new KnotView.Aside(t("wish.knot.notes.from", workshop, notes.getFirst().phase())))
            .with(new KnotView.Slips(notes.stream().map(ThreadWords::slip).toList()));
    String url = facts.wish().origin() == null ? null : facts.wish().origin().url();
    knots.add(
        new Knot(at, view, new ThreadItem("note", at, title, url, notes.getFirst().pseudonym())));
  }

  private static KnotView.Slip slip(Slip note) {
    KnotView.Paper paper =
        switch (note.hat()) {
          case JOB -> KnotView.Paper.SALBEI;
          case SCIENCE, PUPIL, PRESS -> KnotView.Paper.LEINEN;
          default -> KnotView.Paper.BUTTER;
        };
    return new KnotView.Slip(note.text(), paper);
  }

  /** One knot that counts up; it stands where support began, but before the first decision. */
  private void supports(Threads.Facts facts, List<Knot> knots) {
    int people = facts.wish().people();
    if (people < 2) {
      return;
    }
    String title = t("wish.knot.supports", people);
    KnotView view =
        new KnotView(
                KnotKind.SUPPORT, null, t("wish.knot.untilToday"), title, null, null, List.of())
            .with(new KnotView.Aside(circles(facts.circles())));
    int place = 0;
    while (place < knots.size() && isBeginning(knots.get(place))) {
      place++;
    }
    Instant at = place == 0 ? facts.wish().createdAt() : knots.get(place - 1).at();
    knots.add(place, new Knot(at, view, new ThreadItem("support", at, title, null, null)));
  }

  private static boolean isBeginning(Knot knot) {
    return switch (knot.view().kind()) {
      case NOTE, WISH -> true;
      default -> false;
    };
  }

  /** „24 aus der Bürgerschaft, 9 aus der Verwaltung“. */
  String circles(Map<Circle, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Circle, Integer>comparingByValue().reversed())
        .map(entry -> t("wish.circles." + entry.getKey().key(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private void step(Threads.Facts facts, Step step, List<Knot> knots) {
    switch (step.kind()) {
      case STATED, HARVESTED -> knots.add(begun(facts, step));
      case LISTED, CHANGED, RESCHEDULED -> {
        // told by other knots
      }
      case ASKED, ANSWERED ->
          knots.add(quoted(KnotKind.WISH, facts, step, t("wish.knot." + step.kind().key())));
      case JOINED -> {
        if (step.ref() != null) {
          knots.add(
              simple(
                  KnotKind.WISH, facts, step, t("wish.knot.joined", String.valueOf(step.title()))));
        }
      }
      case MERGED ->
          knots.add(
              simple(
                  KnotKind.WISH, facts, step, t("wish.knot.merged", String.valueOf(step.title()))));
      case MATCHED, FOUND -> knots.add(matched(facts, step));
      case COMMITTED -> committed(facts, step, knots);
      case PUBLISHED -> knots.add(published(facts, step));
      case USED ->
          knots.add(
              simple(KnotKind.USE, facts, step, t("wish.knot.used", String.valueOf(step.title()))));
      case REFUSED -> knots.add(refused(facts, step));
      case REOPENED -> knots.add(quoted(KnotKind.WISH, facts, step, t("wish.knot.reopened")));
      case FORWARDED ->
          knots.add(
              quoted(
                  KnotKind.WISH,
                  facts,
                  step,
                  t("wish.knot.forwarded", name(facts, String.valueOf(step.title())))));
      case TAKEN_OVER ->
          knots.add(
              simple(
                  KnotKind.WISH,
                  facts,
                  step,
                  t("wish.knot.takenOver", name(facts, step.tenant().slug()))));
      case HANDED_BACK ->
          knots.add(
              quoted(
                  KnotKind.REFUSAL,
                  facts,
                  step,
                  t("wish.knot.handedBack", name(facts, step.tenant().slug()))));
      case WITHDRAWN -> knots.add(simple(KnotKind.REFUSAL, facts, step, t("wish.knot.withdrawn")));
    }
  }

  private Knot begun(Threads.Facts facts, Step step) {
    String title = t(step.kind() == StepKind.STATED ? "wish.knot.stated" : "wish.knot.harvested");
    return with(facts, step, knot(KnotKind.WISH, step.at(), title, null), "wish");
  }

  private Knot matched(Threads.Facts facts, Step step) {
    String title = t(step.kind() == StepKind.FOUND ? "wish.knot.found" : "wish.knot.matched");
    KnotView view = knot(KnotKind.MATCH, step.at(), title, step.url());
    Match match =
        facts.matches().stream().filter(m -> m.ref().equals(step.ref())).findFirst().orElse(null);
    if (match != null && match.url() == null) {
      // What was internal when it was chosen is not named on a thread that everybody reads.
      String town = name(facts, match.targetTenant().slug());
      view = view.with(new KnotView.Aside(t("wish.knot.match.internal", town)));
    } else if (match != null) {
      String about =
          t(
              "wish.knot.match." + match.target().kind(),
              match.title(),
              name(facts, match.targetTenant().slug()));
      String because =
          match.reasons().isEmpty()
              ? ""
              : " " + t("wish.knot.match.because", String.join("; ", match.reasons()));
      view = view.with(new KnotView.Aside(about + because));
    }
    if (match != null && match.gap() != null) {
      view = view.with(new KnotView.Aside(t("wish.knot.match.gap", match.gap())));
    }
    return with(facts, step, view, "match");
  }

  private void committed(Threads.Facts facts, Step step, List<Knot> knots) {
    Commitment commitment =
        facts.commitments().stream()
            .filter(c -> c.ref().equals(step.ref()))
            .findFirst()
            .orElse(null);
    if (commitment == null) {
      return;
    }
    List<Progress> log = facts.log().getOrDefault(commitment.id(), List.of());
    String title = t("wish.knot.committed", days.date(commitment.dueOn()));
    KnotView view =
        knot(KnotKind.COMMITMENT, step.at(), title, commitment.url())
            .with(
                new KnotView.Fact(
                    t("wish.knot.committed.by", commitment.departmentName(), commitment.owner())))
            .with(new KnotView.Steps(stateWords(), reached(commitment)));
    if (commitment.isOpen() && !commitment.isLate(today)) {
      view = view.due(left(commitment.dueOn()));
    }
    for (Progress line : log) {
      view = view.with(new KnotView.Aside(progress(line)));
    }
    knots.add(with(facts, step, view, "commitment"));
    if (commitment.isLate(today)) {
      knots.add(overdue(commitment, log));
    }
  }

  private static int reached(Commitment commitment) {
    return commitment.isOpen()
        ? Math.min(commitment.state().ordinal() + 1, 4)
        : CommitmentState.values().length;
  }

  private List<String> stateWords() {
    return List.of(CommitmentState.values()).stream()
        .map(state -> t("plan.state." + state.key()))
        .toList();
  }

  /** What was reported on commitments, line by line. */
  List<ThreadItem> progress(Threads.Facts facts) {
    List<ThreadItem> items = new ArrayList<>();
    for (Commitment commitment : facts.commitments()) {
      for (Progress line : facts.log().getOrDefault(commitment.id(), List.of())) {
        items.add(
            new ThreadItem(
                "progress",
                line.at(),
                progress(line),
                commitment.url(),
                commitment.departmentName()));
      }
    }
    return items;
  }

  private String progress(Progress line) {
    String day = days.dayMonth(line.at());
    if (line.dueAfter() != null) {
      String moved = t("wish.knot.rescheduled", day, days.date(line.dueAfter()));
      return line.note() == null ? moved : moved + " " + t("wish.thread.quote", line.note());
    }
    if (line.note() != null) {
      return t("wish.knot.progress", day, line.note());
    }
    return line.state() == null
        ? day
        : t("wish.knot.progress.state", day, t("plan.state." + line.state().key()));
  }

  private Knot overdue(Commitment commitment, List<Progress> log) {
    Instant at = commitment.dueOn().plusDays(1).atStartOfDay(days.zone()).toInstant();
    String title = t("wish.due.late", ChronoUnit.DAYS.between(commitment.dueOn(), today));
    String reason =
        log.stream()
            .filter(line -> line.note() != null && line.at().isAfter(at))
            .map(line -> t("wish.thread.quote", String.valueOf(line.note())))
            .reduce((first, second) -> second)
            .orElse(t("wish.knot.overdue.noReason"));
    KnotView view =
        new KnotView(
                KnotKind.OVERDUE,
                days.day(at),
                t("wish.knot.since", days.date(at)),
                title,
                null,
                null,
                List.of())
            .with(new KnotView.Aside(reason));
    return new Knot(
        at,
        view,
        new ThreadItem("progress", at, title, commitment.url(), commitment.departmentName()));
  }

  private Knot published(Threads.Facts facts, Step step) {
    String title = t("wish.knot.published");
    for (Commitment commitment : facts.commitments()) {
      long early = ChronoUnit.DAYS.between(days.day(step.at()), commitment.dueOn());
      title =
          early > 0
              ? t("wish.knot.published.early", early)
              : early == 0 ? t("wish.knot.published.onDay") : t("wish.knot.published.late", -early);
    }
    KnotView view =
        knot(KnotKind.DATASET, step.at(), title, step.url())
            .with(new KnotView.Fact(String.valueOf(step.title())));
    return with(facts, step, view, "dataset");
  }

  private Knot refused(Threads.Facts facts, Step step) {
    KnotView view = knot(KnotKind.REFUSAL, step.at(), t("wish.knot.refused"), null);
    if (step.text() != null) {
      view = view.with(new KnotView.Quote(step.text()));
    }
    if (step.code() != null) {
      view =
          view.with(
              new KnotView.Aside(
                  t("wish.knot.refused.code", t("wish.refusal." + step.code().key()))));
    }
    return with(facts, step, view, "refusal");
  }

  private void objections(Threads.Facts facts, List<Knot> knots) {
    for (Comment objection : facts.objections()) {
      String title = t("wish.knot.objected");
      String url = facts.wish().url() + "#comment-" + objection.id();
      KnotView view =
          knot(KnotKind.WISH, objection.at(), title, url)
              .with(new KnotView.Quote(objection.words()));
      knots.add(
          new Knot(
              objection.at(),
              view,
              new ThreadItem(KnotKind.WISH.key(), objection.at(), title, url, null)));
    }
  }

  /** Beads of one day are one. */
  private void told(Threads.Facts facts, List<Knot> knots) {
    Map<LocalDate, List<Told>> byDay =
        facts.told().stream()
            .filter(told -> told.people() > 0)
            .collect(Collectors.groupingBy(told -> days.day(told.at())));
    for (List<Told> same : byDay.values()) {
      int people = same.stream().mapToInt(Told::people).max().orElse(0);
      Instant at = same.getLast().at();
      String title = t("wish.knot.told", people);
      knots.add(
          new Knot(
              at,
              new KnotView(
                  KnotKind.TOLD, days.day(at), days.dayMonth(at), title, null, null, List.of()),
              new ThreadItem("told", at, title, null, null)));
    }
  }

  private Knot simple(KnotKind kind, Threads.Facts facts, Step step, String title) {
    return with(facts, step, knot(kind, step.at(), title, step.url()), kind.key());
  }

  private Knot quoted(KnotKind kind, Threads.Facts facts, Step step, String title) {
    KnotView view = knot(kind, step.at(), title, step.url());
    return with(
        facts,
        step,
        step.text() == null ? view : view.with(new KnotView.Quote(step.text())),
        kind.key());
  }

  private Knot with(Threads.Facts facts, Step step, KnotView view, String key) {
    String url = step.url() == null ? facts.wish().url() : step.url();
    return new Knot(
        step.at(),
        view,
        new ThreadItem(key, step.at(), view.title(), url, name(facts, step.tenant().slug())));
  }

  private KnotView knot(KnotKind kind, Instant at, String title, @Nullable String url) {
    return KnotView.of(kind, days.day(at), days.beside(at), title).leadingTo(url);
  }

  /** „noch 24 Tage“, in the middle of a line. */
  private String left(LocalDate dueOn) {
    long left = ChronoUnit.DAYS.between(today, dueOn);
    return left == 0 ? t("wish.due.mark.today") : t("wish.due.mark.left", left);
  }

  private static String name(Threads.Facts facts, String slug) {
    return facts.names().getOrDefault(new TenantId(slug), slug);
  }

  private String t(String key, Object... args) {
    return texts.of(days.locale(), key, args);
  }
}

package org.allmende.workshop;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.base.audit.Audit;
import org.allmende.base.db.Submissions;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people say at the end of a workshop about it, and what those who lead change for the next
 * run because of it.
 */
@Component
class Improvements {

  private static final int MOST = 10;

  private final ImprovementStore store;
  private final RunStore runs;
  private final AfterwardsTelling telling;
  private final Submissions submissions;
  private final Audit audit;
  private final Clock clock;

  Improvements(
      ImprovementStore store,
      RunStore runs,
      AfterwardsTelling telling,
      Submissions submissions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.runs = runs;
    this.telling = telling;
    this.submissions = submissions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps what a participant says, without the name; the same submission counts once.
   *
   * @return its id
   * @throws Problem 429 after ten
   */
  @Transactional
  public String say(Participant by, String text, @Nullable String submission) {
    return submissions.once(
        "workshop feedback " + by.id(),
        submission,
        () -> {
          long own = said(by).size();
          if (own >= MOST) {
            throw Problem.tooMany("workshop.feedback.enough", MOST);
          }
          String id = Ids.next();
          store.say(
              new Feedback(id, by.workshop(), by.person(), text, clock.instant()), by.person());
          return id;
        });
  }

  /** What the participant said. */
  List<Feedback> said(Participant by) {
    return store.said(by.workshop()).stream()
        .filter(feedback -> by.person().equals(feedback.author()))
        .toList();
  }

  /** What was said and has led to nothing yet. */
  List<Feedback> open(Workshop workshop) {
    Map<String, Improvement> taken =
        store.of(workshop.id()).stream()
            .filter(improvement -> improvement.feedback() != null)
            .collect(Collectors.toMap(each -> String.valueOf(each.feedback()), each -> each));
    return store.said(workshop.id()).stream()
        .filter(feedback -> !taken.containsKey(feedback.id()))
        .toList();
  }

  /** What is changed because of this workshop. */
  List<Improvement> of(Workshop workshop) {
    return store.of(workshop.id());
  }

  /** What is otherwise in this workshop than in the one before. */
  List<Improvement> shownIn(Workshop workshop) {
    return runs.before(workshop.id()).map(store::of).orElse(List.of());
  }

  /**
   * Takes something on for the next run; the same submission counts once.
   *
   * @param feedback what led to it, null for something nobody had to say
   * @return its id
   * @throws Problem 404 if nobody said that in the workshop, 409 if it has led to something already
   */
  @Transactional
  public String take(
      Workshop workshop,
      @Nullable String feedback,
      String sentence,
      @Nullable String submission,
      Viewer by) {
    Workshops.requireLead(workshop, by);
    return submissions.once(
        "workshop improvement " + workshop.id(),
        submission,
        () -> {
          var improvement =
              new Improvement(
                  Ids.next(), workshop.id(), feedback, sentence, ImprovementState.INTENDED);
          if (feedback != null && !isSaid(workshop, feedback)) {
            throw Problem.notFound("workshop.feedback.unknown");
          }
          if (!store.insert(improvement, by.person(), clock.instant())) {
            throw Problem.conflict("workshop.improvement.already");
          }
          tell(workshop, improvement);
          audit.record(workshop.tenant(), by, "workshop.improvement", workshop.ref());
          return improvement.id();
        });
  }

  private boolean isSaid(Workshop workshop, String feedback) {
    return store.said(workshop.id()).stream().anyMatch(said -> said.id().equals(feedback));
  }

  /** Says how far it has come; whoever asked for it is told. */
  @Transactional
  public void move(Workshop workshop, String id, ImprovementState state, Viewer by) {
    Workshops.requireLead(workshop, by);
    Improvement improvement =
        store
            .find(id)
            .filter(found -> found.workshop().equals(workshop.id()))
            .orElseThrow(() -> Problem.notFound("workshop.improvement.unknown"));
    if (store.move(id, state)) {
      tell(workshop, improvement.in(state));
      audit.record(workshop.tenant(), by, "workshop.improvement", workshop.ref());
    }
  }

  private void tell(Workshop workshop, Improvement improvement) {
    for (Feedback said : store.said(workshop.id())) {
      var author = said.author();
      if (said.id().equals(improvement.feedback()) && author != null) {
        telling.taken(workshop, improvement, author);
      }
    }
  }
}

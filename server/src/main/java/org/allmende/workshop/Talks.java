package org.allmende.workshop;

import java.util.List;
import java.util.Optional;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.allmende.board.BoardAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The talk that is going on in a room: where it is, and what each reader may look at. */
@Component
class Talks {

  private final TalkStore store;
  private final SlideStore slides;
  private final VoteStore votes;

  Talks(TalkStore store, SlideStore slides, VoteStore votes) {
    this.store = store;
    this.slides = slides;
    this.votes = votes;
  }

  /**
   * The talk of the id.
   *
   * @throws Problem 404 if the agenda has no such line, or it is no talk
   */
  static Phase phase(Workshop workshop, String id) {
    Phase phase = workshop.line(id);
    if (phase.kind() != PhaseKind.INPUT) {
      throw Problem.notFound("workshop.phase.notFound");
    }
    return phase;
  }

  /** The talk going on, if the open step is one. */
  static Optional<Phase> current(Workshop workshop) {
    return workshop.current().filter(phase -> phase.kind() == PhaseKind.INPUT);
  }

  /** The talk going on as the reader finds it, null while none is. */
  @Nullable TalkView view(Workshop workshop, @Nullable ParticipantId own, BoardAccess reader) {
    return current(workshop).map(talk -> seen(talk, own, leads(reader))).orElse(null);
  }

  private TalkView seen(Phase talk, @Nullable ParticipantId own, boolean leads) {
    TalkStore.Place place = place(talk);
    List<Slide> all = slides.of(talk.id());
    List<Slide> open = leads ? all : open(all, place.reached());
    List<Vote> asked = votes.of(talk.id());
    Vote shown =
        asked.stream().filter(vote -> vote.id().equals(place.vote())).findFirst().orElse(null);
    return new TalkView(
        talk.id(),
        open,
        (int) all.stream().filter(Slide::isBasic).count(),
        all.stream().filter(slide -> slide.id().equals(place.slide())).findFirst().orElse(null),
        shown == null || leads || shown.isClosed() ? shown : shown.unread(),
        shown == null || own == null ? null : votes.chosen(shown, own).orElse(null),
        leads
            ? asked.stream().filter(vote -> vote.state() == VoteState.PREPARED).toList()
            : List.of());
  }

  private TalkStore.Place place(Phase talk) {
    return store.of(talk.id()).orElseGet(() -> new TalkStore.Place(null, -1, null));
  }

  /** What was shown, and what goes deeper there; what is still to come for all stays unseen. */
  private static List<Slide> open(List<Slide> all, int reached) {
    int next =
        all.stream()
            .filter(slide -> slide.isBasic() && slide.position() > reached)
            .mapToInt(Slide::position)
            .findFirst()
            .orElse(Integer.MAX_VALUE);
    return reached < 0 ? List.of() : all.stream().filter(slide -> slide.position() < next).toList();
  }

  /**
   * Shows a slide to all.
   *
   * @throws Problem 404 for one that is not of the talk going on, 409 while a vote is open
   */
  @Transactional
  public void show(Workshop workshop, String id, Viewer by) {
    Workshops.requireLead(workshop, by);
    if (current(workshop).stream()
        .flatMap(talk -> votes.of(talk.id()).stream())
        .anyMatch(Vote::isOpen)) {
      throw Problem.conflict("workshop.vote.closeFirst");
    }
    store.show(
        slides
            .find(id)
            .filter(slide ->
                current(workshop).filter(talk -> talk.id().equals(slide.phase())).isPresent())
            .orElseThrow(() -> Problem.notFound("workshop.slides.unknown")));
  }

  /**
   * A slide somebody wants to see.
   *
   * @throws Problem 404 for one that is not of the workshop, or still to come
   */
  Slide slide(Workshop workshop, String id, BoardAccess reader) {
    return slides
        .find(id)
        .filter(slide -> isOpen(workshop, slide, reader))
        .orElseThrow(() -> Problem.notFound("workshop.slides.unknown"));
  }

  private boolean isOpen(Workshop workshop, Slide slide, BoardAccess reader) {
    return workshop.phases().stream()
        .filter(phase -> phase.id().equals(slide.phase()))
        .findFirst()
        .filter(talk ->
            leads(reader)
                || open(slides.of(talk.id()), place(talk).reached()).stream()
                    .anyMatch(slide::equals))
        .isPresent();
  }

  private static boolean leads(BoardAccess reader) {
    return reader.part() == BoardAccess.Part.LEADS;
  }
}

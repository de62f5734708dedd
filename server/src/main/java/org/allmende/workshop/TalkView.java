package org.allmende.workshop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A talk as one reader finds it in the room.
 *
 * @param slides those the reader may look at, in order
 * @param basics how many slides for all it has
 * @param current the one all see now, null while there is none
 * @param vote the one shown in place of a slide, null without one
 * @param choice the reader's own answer to it, counted from 0, null without one
 * @param prepared what can still be asked; for those who lead
 */
record TalkView(
    PhaseId phase,
    List<Slide> slides,
    int basics,
    @Nullable Slide current,
    @Nullable Vote vote,
    @Nullable Integer choice,
    List<Vote> prepared) {

  /** Whether people are answering a vote now. */
  boolean isVoting() {
    return vote != null && vote.isOpen();
  }

  /** The slide of the id if the reader may look at it, else the one all see. */
  @Nullable Slide seen(String id) {
    return slides.stream().filter(slide -> slide.id().equals(id)).findFirst().orElse(current);
  }

  /** Whether somebody who asks for the slide looks at another one than all. */
  boolean isElsewhere(String id) {
    Slide seen = seen(id);
    return seen != null && !seen.equals(current);
  }

  /** Which of the slides for all it is, or comes after, counted from 1. */
  int number(Slide slide) {
    return (int)
        slides.stream()
            .filter(other -> other.isBasic() && other.position() <= slide.position())
            .count();
  }

  /** The slide for all that comes after the one shown. */
  @Nullable Slide next() {
    int at = current == null ? -1 : current.position();
    return slides.stream()
        .filter(slide -> slide.isBasic() && slide.position() > at)
        .findFirst()
        .orElse(null);
  }

  /** The slide for all that comes before the one shown. */
  @Nullable Slide previous() {
    int at = current == null ? -1 : current.position();
    return slides.stream()
        .filter(slide -> slide.isBasic() && slide.position() < at)
        .reduce((_, later) -> later)
        .orElse(null);
  }

  /** Where those who want to know more go on from a slide. */
  @Nullable Slide more(Slide from) {
    return slides.stream()
        .filter(slide -> slide.position() > from.position())
        .findFirst()
        .filter(slide -> !slide.isBasic())
        .orElse(null);
  }
}

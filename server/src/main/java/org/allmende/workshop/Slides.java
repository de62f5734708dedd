package org.allmende.workshop;

import java.util.List;
import org.allmende.base.audit.Audit;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prepares the slides of a talk; the first one makes the talk a step of the room. */
@Component
class Slides {

  static final int MOST_WORDS = 4000;

  private static final int MOST = 120;

  private final SlideStore store;
  private final WorkshopStore workshops;
  private final Agendas agendas;
  private final Audit audit;

  Slides(SlideStore store, WorkshopStore workshops, Agendas agendas, Audit audit) {
    this.store = store;
    this.workshops = workshops;
    this.agendas = agendas;
    this.audit = audit;
  }

  /** What was read from a file, in short lines and not too long. */
  static String words(String read) {
    String words = read.replace("\u0000", "").strip();
    return words.substring(
        0,
        words.offsetByCodePoints(0, Math.min(MOST_WORDS, words.codePointCount(0, words.length()))));
  }

  List<Slide> of(Phase talk) {
    return store.of(talk.id());
  }

  /**
   * Adds slides at the end of the talk.
   *
   * @throws Problem 409 if there would be too many
   */
  @Transactional
  public void add(Workshop workshop, Phase talk, List<NewSlide> slides, Viewer by) {
    workshops.lock(workshop.id());
    if (store.of(talk.id()).size() + slides.size() > MOST) {
      throw Problem.invalid("workshop.slides.full", MOST);
    }
    slides.forEach(slide -> store.add(talk.id(), slide));
    agendas.apply(workshop, by);
    audit.record(workshop.tenant(), by, "workshop.slides.add", workshop.ref());
  }

  @Transactional
  public void change(
      Workshop workshop, Phase talk, String id, SlideDepth depth, String words, Viewer by) {
    store.change(of(talk, id), depth, words);
    audit.record(workshop.tenant(), by, "workshop.slides.change", workshop.ref());
  }

  /** Puts it one place further to the front; the first one stays. */
  @Transactional
  public void moveUp(Workshop workshop, Phase talk, String id, Viewer by) {
    workshops.lock(workshop.id());
    Slide slide = of(talk, id);
    store.of(talk.id()).stream()
        .filter(other -> other.position() < slide.position())
        .reduce((_, later) -> later)
        .ifPresent(before -> store.swap(before, slide));
    audit.record(workshop.tenant(), by, "workshop.slides.move", workshop.ref());
  }

  @Transactional
  public void remove(Workshop workshop, Phase talk, String id, Viewer by) {
    workshops.lock(workshop.id());
    store.delete(of(talk, id));
    agendas.apply(workshop, by);
    audit.record(workshop.tenant(), by, "workshop.slides.remove", workshop.ref());
  }

  /**
   * The slide of the id.
   *
   * @throws Problem 404 if the talk has no such
   */
  Slide of(Phase talk, String id) {
    return store
        .find(id)
        .filter(slide -> slide.phase().equals(talk.id()))
        .orElseThrow(() -> Problem.notFound("workshop.slides.unknown"));
  }
}

package org.allmende.wish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.allmende.base.event.Events;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only place where a wish moves: it ties steps, and refuses those that cannot follow what
 * others decided.
 */
@Component
class Course {

  private final WishStore wishes;
  private final StepStore steps;
  private final WishDocuments documents;
  private final Events events;
  private final People people;

  Course(WishStore wishes, StepStore steps, WishDocuments documents, Events events, People people) {
    this.wishes = wishes;
    this.steps = steps;
    this.documents = documents;
    this.events = events;
    this.people = people;
  }

  /** The wish of the tenant, locked for a decision. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Wish lock(TenantId tenant, WishId id) {
    return wishes.lock(tenant, id).orElseThrow(() -> Problem.notFound("wish.notFound"));
  }

  /**
   * The wish as the person saw it when deciding, locked.
   *
   * @param seen the version the person saw; null for programs, whose step is checked against the
   *     state only
   * @throws Problem 409 naming what somebody else decided meanwhile
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Wish lock(TenantId tenant, WishId id, @Nullable Integer seen) {
    Wish wish = lock(tenant, id);
    if (seen != null && seen != wish.version()) {
      throw overtaken(wish);
    }
    return wish;
  }

  /** Begins the thread of a new wish. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin(Wish wish, Step first) {
    wishes.insert(wish);
    steps.add(first);
    events.publish(new WishMoved(wish.carrier(), wish.id(), first.id()));
  }

  /**
   * Ties a step and moves the wish where it leads.
   *
   * @throws Problem 409 naming what somebody else decided, if the step cannot follow it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Wish tie(Wish wish, Step step) {
    if (steps.has(wish.id(), step.key())) {
      return wish;
    }
    WishState next = wish.state().after(step.kind()).orElseThrow(() -> overtaken(wish));
    steps.add(step);
    wishes.move(wish.id(), next, step.at());
    events.publish(new WishMoved(wish.carrier(), wish.id(), step.id()));
    Wish moved = again(wish);
    documents.put(moved);
    return moved;
  }

  /**
   * Tells the last news once more, when what was internal became public. That it is listed now, its
   * followers hear with the news of the results; who subscribes hears of the wish itself.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void released(Wish wish) {
    documents.put(wish);
    steps.of(wish.id()).stream()
        .filter(step -> step.kind().isNews() && step.kind() != StepKind.LISTED)
        .reduce((earlier, later) -> later)
        .ifPresent(step -> events.publish(new WishMoved(wish.carrier(), wish.id(), step.id())));
    events.publish(new WishReleased(wish.carrier(), wish.id()));
  }

  /** Lets those hear of the wish who subscribe to the topic it has from now on. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void classified(Wish wish) {
    events.publish(new WishClassified(wish.carrier(), wish.id()));
  }

  /** Whether a steward asked something that the wisher did not answer yet. */
  boolean isAsked(WishId wish) {
    return Step.openQuestion(steps.of(wish)).isPresent();
  }

  private Wish again(Wish wish) {
    Wish moved = wishes.byIds(List.of(wish.id())).get(wish.id());
    return moved == null ? wish : moved;
  }

  /** Says what was decided meanwhile, when and by whom. */
  private Problem overtaken(Wish wish) {
    Step last = steps.last(List.of(wish.id())).get(wish.id());
    if (last == null) {
      return Problem.conflict("wish.conflict.changed", "", "");
    }
    return Problem.conflict(
        "wish.conflict." + last.kind().key(), last.at(), name(last.person()).orElse("–"));
  }

  private Optional<String> name(@Nullable PersonId person) {
    if (person == null) {
      return Optional.empty();
    }
    Map<PersonId, String> names = people.names(List.of(person));
    return Optional.ofNullable(names.get(person)).filter(name -> !name.isBlank());
  }
}

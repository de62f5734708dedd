package org.allmende.wish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a wish: who, when, why. Steps are only ever added.
 *
 * @param key unique within the wish, so that news delivered twice is tied once
 * @param tenant in whose name it was done
 * @param person who did it; stays internal
 * @param title what it is about, such as the name of a dataset
 * @param text the public words that go with it
 * @param code why a wish was refused
 * @param ref the proof: match, commitment, dataset, use
 * @param url where the proof is
 */
record Step(
    String id,
    WishId wish,
    StepKind kind,
    String key,
    Instant at,
    TenantId tenant,
    @Nullable PersonId person,
    @Nullable String title,
    @Nullable String text,
    @Nullable RefusalCode code,
    @Nullable Ref ref,
    @Nullable String url) {

  static Step of(
      WishId wish, StepKind kind, Instant at, TenantId tenant, @Nullable PersonId person) {
    String id = Ids.next();
    return new Step(id, wish, kind, id, at, tenant, person, null, null, null, null, null);
  }

  /** The question among the steps that nobody answered yet. */
  static Optional<Step> openQuestion(List<Step> steps) {
    return steps.stream()
        .filter(step -> step.kind() == StepKind.ASKED || step.kind() == StepKind.ANSWERED)
        .reduce((earlier, later) -> later)
        .filter(step -> step.kind() == StepKind.ASKED);
  }

  Step saying(@Nullable String words) {
    return new Step(id, wish, kind, key, at, tenant, person, title, words, code, ref, url);
  }

  Step because(RefusalCode reason) {
    return new Step(id, wish, kind, key, at, tenant, person, title, text, reason, ref, url);
  }

  Step about(String name, Ref proof, @Nullable String address) {
    return new Step(id, wish, kind, key, at, tenant, person, name, text, code, proof, address);
  }

  /** Tied once, however often the news arrives. */
  Step once(String unique) {
    return new Step(id, wish, kind, unique, at, tenant, person, title, text, code, ref, url);
  }
}

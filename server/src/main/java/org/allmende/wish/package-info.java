/**
 * Wishes: what people need; potentials: what departments could open; and the thread that ties both
 * to the dataset and back to the people.
 *
 * <p><b>Life of a wish.</b> It is stated on a public form or harvested from a workshop note ({@code
 * submitted}), listed by a steward, matched with a potential, committed by a department, published
 * as a dataset and used. On the way it may be refused with a public reason, reopened, withdrawn,
 * merged into an equal one, or forwarded to another tenant, which takes it over or hands it back.
 * What happened is kept as {@link org.allmende.wish.Step steps} that are only ever added; {@link
 * org.allmende.wish.WishState} is what follows from them.
 *
 * <p><b>How to read it.</b> Files without suffix are the domain. {@code …Store} is the SQL of one
 * aggregate, {@code …Pages} HTML, {@code …Api} JSON, {@code …Form} input. Other modules call {@link
 * org.allmende.wish.Wishes}, {@link org.allmende.wish.Potentials}, {@link
 * org.allmende.wish.Decisions}, {@link org.allmende.wish.Priorities} and {@link
 * org.allmende.wish.Figures}. News from plan, catalog and reuse arrive in {@link
 * org.allmende.wish.Fulfilment}; {@link org.allmende.wish.WishTelling} tells everybody who wanted
 * to know.
 *
 * <p><b>Invariants.</b> The state stored with a wish is the one its steps lead to, written in the
 * same transaction. A person counts once per wish. Nobody but staff of its tenants sees a wish
 * before a steward listed it, or an internal one before its workshop is released. Two decisions on
 * one wish never both count: the second is refused and told the first.
 */
@ApplicationModule(
    allowedDependencies = {
      "base", "tenant", "people", "search", "notify", "catalog", "reuse", "plan", "comment"
    })
@NullMarked
package org.allmende.wish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

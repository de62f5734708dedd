/**
 * The catalogue: datasets and their distributions, and the topics that wishes, potentials and
 * datasets are put under.
 *
 * <p>A {@link org.allmende.catalog.Topic} is an entry of the Musterdatenkatalog V4; the table of
 * the 242 topics comes with the product and never changes at run time. People choose a topic;
 * {@link org.allmende.catalog.Topics} suggests and says why, and learns from what was chosen.
 *
 * <p>Invariants: a topic's id never changes. May use: base, tenant, people, notify, search,
 * tabular.
 */
@ApplicationModule(allowedDependencies = {"base", "tenant", "people", "notify", "search"})
@NullMarked
package org.allmende.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

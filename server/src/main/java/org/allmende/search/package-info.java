/**
 * One index for all: what can be found in the installation, and how German is read.
 *
 * <p>Owners write {@link org.allmende.search.SearchDocument search documents} in their own
 * transaction; every node feeds its own Lucene index from the rows whose transactions are settled,
 * and rebuilds it at start. The module knows documents and words, not wishes or datasets. {@link
 * org.allmende.search.GermanText} is the one reading of German text: folding, stems, compounds;
 * {@link org.allmende.search.Synonyms} are the everyday words for what offices call otherwise,
 * seeded from a file and edited by stewards. What a text may be about says {@link
 * org.allmende.search.Subjects}, a slot that the module of the topics fills.
 *
 * <p>Invariants: an internal document is found by its own tenant only; what is offered as similar
 * comes with reasons that are true. May use: base, tenant.
 */
@ApplicationModule(allowedDependencies = {"base", "tenant"})
@NullMarked
package org.allmende.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The catalogue: datasets with their files, from the department's draft to the public page; the
 * topics that wishes, potentials and datasets are put under; and the catalogue as DCAT-AP.de.
 *
 * <p>A department uploads a file and sees how it was read; it describes the dataset and hands it
 * in; a steward passes the four checks of the publish gate. Only then is it public. A module above
 * learns of it by {@link org.allmende.catalog.DatasetPublished} and shows its part of the story
 * through {@link org.allmende.catalog.DatasetStory}, {@link org.allmende.catalog.DatasetUses} and
 * {@link org.allmende.catalog.DatasetGaps}.
 *
 * <p>A {@link org.allmende.catalog.Topic} is an entry of the Musterdatenkatalog V4; the table of
 * the 242 topics comes with the product and never changes at run time. People choose a topic;
 * {@link org.allmende.catalog.Topics} suggests and says why, and learns from what was chosen.
 *
 * <p>Invariants: a topic's id never changes; the original of every version of a file is kept
 * unchanged; a version once public is never read anew, a correction makes a new version; nothing of
 * an unpublished version leaves the tenant's staff; withdrawn datasets stay known as gone. May use:
 * base, tenant, people, notify, search, tabular, comment.
 */
@ApplicationModule(
    allowedDependencies = {"base", "tenant", "people", "notify", "search", "tabular", "comment"})
@NullMarked
package org.allmende.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

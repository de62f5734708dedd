/**
 * What people say about things and about the texts of others: questions, additions and objections;
 * reports that a text breaks a rule, and what a steward decides.
 *
 * <p>Life of a comment: anyone writes below a thing ({@link
 * org.allmende.comment.DiscussionSource}); it is shown once the writer can be reached, and whoever
 * follows the thing is told. Staff write in the name of their office.
 *
 * <p>Life of a report: anyone names a text and a rule, with or without an address; a steward leaves
 * the text as it is or hides it; whoever reported and whoever wrote it are told the decision, the
 * reason and how to object; an objection is a report without a rule. The decisions are public
 * without the texts and without the people.
 *
 * <p>The texts stay with the modules that own them, which offer them as a {@link
 * org.allmende.comment.TextSource}. Hiding puts a sentence in the place of the words, so that no
 * page, list, index or export shows them; the thing itself stays where it is.
 *
 * <p>Invariants: a text is hidden once, and its words are kept here until it is restored or the
 * time for objecting is over. May use: base, tenant, people, notify.
 */
@ApplicationModule(allowedDependencies = {"base", "tenant", "people", "notify"})
@NullMarked
package org.allmende.comment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Following, subscribing, and being told: who follows what, who wants to hear of all that is new
 * about a tenant, a topic or a department, what was told to whom and when, the inbox, and the mails
 * that go with it.
 *
 * <p>Life of a notice: something happens to a thing ({@link org.allmende.notify.Step}); in the same
 * transaction every follower gets a notice, once per thing and step; it stands in the inbox at once
 * and goes out by mail if the person can be reached, else as soon as the address is confirmed.
 *
 * <p>Life of a subscription: somebody leaves an address and confirms it; news is told at once, or
 * waits for the digest of the morning or of Monday; one click ends it. Old notices become numbers,
 * and what was never confirmed is dropped.
 *
 * <p>Invariants: one notice per person, thing and step, with a mail of its own whose Message-ID
 * never changes; a step counts only people who were really reached. May use: base, tenant, people.
 */
@ApplicationModule(allowedDependencies = {"base", "tenant", "people"})
@NullMarked
package org.allmende.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

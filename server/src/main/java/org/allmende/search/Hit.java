package org.allmende.search;

import java.time.Instant;
import java.util.List;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;

/**
 * A thing that answers a question.
 *
 * @param ref the thing
 * @param tenant its owner
 * @param title its title, marked where it answers
 * @param snippet the telling stretch of its text, marked; empty if it has none
 * @param url address of its page
 * @param at when it last changed
 * @param score how well it answers, comparable within one answer
 */
public record Hit(
    Ref ref,
    TenantId tenant,
    List<Passage> title,
    List<Passage> snippet,
    String url,
    Instant at,
    double score) {}

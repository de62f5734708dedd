package org.allmende.search;

import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * An everyday word and what offices call it.
 *
 * @param id its name in forms
 * @param tenant whose it is, null for the whole installation
 * @param word the everyday word
 * @param means the word of the office
 */
public record Synonym(String id, @Nullable TenantId tenant, String word, String means) {}

package org.allmende.search;

import java.util.Set;

/**
 * What an everyday word stands for in the language of offices, found in a text.
 *
 * @param said the word or words as the text has them
 * @param means what they stand for
 * @param saidStems the stems of what was said
 * @param meansStems the stems of what it stands for
 */
public record Meaning(String said, String means, Set<String> saidStems, Set<String> meansStems) {}

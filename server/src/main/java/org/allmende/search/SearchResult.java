package org.allmende.search;

import java.util.List;

/**
 * The answer to a question.
 *
 * @param total how many things answer it
 * @param hits the stretch that was asked for, the best first
 */
public record SearchResult(long total, List<Hit> hits) {}

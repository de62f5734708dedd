package org.allmende.search;

/**
 * A stretch of plain text, marked where it answers what was asked; pages escape it like any text.
 *
 * @param text the stretch
 * @param marked whether it is a word that was asked for
 */
public record Passage(String text, boolean marked) {}

package org.allmende.board;

/** How many dots one person has on one note, in one phase. */
record Dots(String note, String phase, String person, int count) {}

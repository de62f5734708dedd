package org.allmende.board;

/** A zone as it is stored. */
record Zone(String id, String phase, String title, boolean covered) {}

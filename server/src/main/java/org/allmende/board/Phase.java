package org.allmende.board;

import java.util.List;

/** A step of a board as it is stored. */
record Phase(
    String key,
    String title,
    String task,
    Hat hat,
    boolean writing,
    int dots,
    boolean totals,
    List<String> shows) {}

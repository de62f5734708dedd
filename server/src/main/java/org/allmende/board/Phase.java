package org.allmende.board;

import java.util.List;

/** A step of a board as it is stored. */
record Phase(
    String key,
    String title,
    String task,
    Hat hat,
    boolean writing,
    Hands writers,
    Hands movers,
    int dots,
    boolean totals,
    List<String> shows) {}

package org.allmende.tabular;

/** What became of a file: it could be read as a table, or it is refused with a reason. */
public sealed interface ReadOutcome permits Reading, Refusal {}

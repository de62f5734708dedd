package org.allmende.app.command;

/** One thing the operator can ask for. */
interface Command {

  /** How it is called, with its words, such as {@code backup FILE}. */
  String usage();

  /** What it does, in one line. */
  String purpose();

  /**
   * Does it and says on standard output what was done.
   *
   * @return whether all is well
   */
  boolean run(Words words, Installation installation);
}

package org.allmende.app.command;

/** A command is not done; the sentence says why. */
final class CommandRefused extends RuntimeException {
  CommandRefused(String sentence) {
    super(sentence);
  }
}

package org.allmende.base.archive;

/** An archive cannot be written or taken in; the sentence says why, for the operator. */
public final class ArchiveProblem extends RuntimeException {
  ArchiveProblem(String sentence) {
    super(sentence);
  }

  ArchiveProblem(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

package org.allmende.base.db;

/** The key of a submission came again with something else. */
public class SubmissionReused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SubmissionReused(String scope) {
    super("a submission key of " + scope + " came again with other content");
  }
}

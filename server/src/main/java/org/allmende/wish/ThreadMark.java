package org.allmende.wish;

/** Where a thread stands, as its small form and the filter of a list show it. */
public enum ThreadMark {
  WANTED(1, "ocker", "wish"),
  QUESTION(1, "ocker", "question"),
  FOUND(2, "ocker", "match"),
  PROMISED(3, "blau", "commitment"),
  OVERDUE(3, "ziegel", "overdue"),
  PUBLISHED(4, "moos", "dataset"),
  USED(5, "moos", "use"),
  REFUSED(1, "graphit", "refusal");

  private final int loops;
  private final String tone;
  private final String icon;

  ThreadMark(int loops, String tone, String icon) {
    this.loops = loops;
    this.tone = tone;
    this.icon = icon;
  }

  /** How many of the five loops it has reached; for a refusal those before it. */
  int loops() {
    return loops;
  }

  String tone() {
    return tone;
  }

  String icon() {
    return icon;
  }
}

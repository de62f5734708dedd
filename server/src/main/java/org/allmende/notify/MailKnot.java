package org.allmende.notify;

/**
 * One stop of the thread as a mail shows it.
 *
 * @param mark {@code o} reached, {@code @} new, {@code !} overdue, {@code x} refused, {@code .}
 *     still to come
 * @param date as it stands in the margin, empty for what is still to come
 */
public record MailKnot(String mark, String date, String text) {

  /** The colour of its loop, as the looks have it. */
  String colour() {
    return switch (mark) {
      case "@" -> "#1b5e57";
      case "!" -> "#9c3a22";
      case "x" -> "#4b5257";
      case "." -> "#827b69";
      default -> "#85550a";
    };
  }

  /** The sign that tells it apart without colour. */
  String sign() {
    return switch (mark) {
      case "@" -> "\u25cf";
      case "!" -> "!";
      case "x" -> "\u00d7";
      case "." -> "\u2026";
      default -> "\u25cb";
    };
  }
}

package org.allmende.wish;

import org.jspecify.annotations.Nullable;

/**
 * What somebody needs, in that person's words.
 *
 * @param text the need, best as a question
 * @param purpose what it is for
 * @param question what the data should answer, if the need is not a question itself
 * @param problem what is hard without them
 * @param enables what becomes possible with them
 * @param hat in which role the person speaks
 * @param organisation for whom, if not for oneself
 * @param topic id of the entry of the Musterdatenkatalog
 */
public record Need(
    String text,
    @Nullable String purpose,
    @Nullable String question,
    @Nullable String problem,
    @Nullable String enables,
    Hat hat,
    @Nullable String organisation,
    @Nullable String topic,
    Details details) {

  static final int LONGEST = 2000;
  private static final int TITLE = 140;

  /** Just the words, as a note has them. */
  public static Need of(String text, Hat hat, @Nullable String topic) {
    return new Need(text, null, null, null, null, hat, null, topic, Details.NONE);
  }

  /** The first sentence, or as much of it as fits a heading. */
  public String title() {
    String line = text.lines().findFirst().orElse("").strip();
    int end = sentenceEnd(line);
    if (end <= TITLE) {
      return line.substring(0, end);
    }
    int space = line.lastIndexOf(' ', TITLE - 1);
    return line.substring(0, space < TITLE / 2 ? TITLE - 1 : space) + "…";
  }

  /** What follows the heading; empty if the heading says it all. */
  public String rest() {
    String title = title();
    return title.endsWith("…") && !text.startsWith(title)
        ? text
        : text.substring(title.length()).strip();
  }

  private static int sentenceEnd(String line) {
    for (int i = 0; i < line.length() - 1; i++) {
      if ("?!.".indexOf(line.charAt(i)) >= 0 && line.charAt(i + 1) == ' ' && i > 20) {
        return i + 1;
      }
    }
    return line.length();
  }

  Need about(@Nullable String other) {
    return new Need(text, purpose, question, problem, enables, hat, organisation, other, details);
  }

  /** How the data should be; all optional, all in the person's words. */
  public record Details(
      @Nullable String granularity,
      @Nullable String freshness,
      @Nullable String form,
      @Nullable String urgency,
      @Nullable String workaround) {

    public static final Details NONE = new Details(null, null, null, null, null);
  }
}

package org.allmende.wish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One knot as the page shows it, with every text ready in the reader's language.
 *
 * @param at the day for machines, null where {@code when} names no single day
 * @param when the day as shown, such as "12. März 2026" or "bis heute"
 * @param url the knot's proof, null when there is nothing to lead to
 * @param due days in a tinted mark behind the title, such as "noch 24 Tage"
 * @param parts what stands below the title, in order
 */
public record KnotView(
    KnotKind kind,
    @Nullable LocalDate at,
    String when,
    String title,
    @Nullable String url,
    @Nullable String due,
    List<Part> parts) {

  public static KnotView of(KnotKind kind, @Nullable LocalDate at, String when, String title) {
    return new KnotView(kind, at, when, title, null, null, List.of());
  }

  public KnotView leadingTo(@Nullable String proof) {
    return new KnotView(kind, at, when, title, proof, due, parts);
  }

  public KnotView due(String mark) {
    return new KnotView(kind, at, when, title, url, mark, parts);
  }

  public KnotView with(Part part) {
    List<Part> more = new ArrayList<>(parts);
    more.add(part);
    return new KnotView(kind, at, when, title, url, due, List.copyOf(more));
  }

  /** Something below the title of a knot. */
  public sealed interface Part {}

  /** What is so, in full ink: who promised, what was decided. */
  public record Fact(String text) implements Part {}

  /** What explains, in the second ink, with links behind it. */
  public record Aside(String text, List<Link> links) implements Part {
    public Aside(String text) {
      this(text, List.of());
    }
  }

  /** Somebody's own words; the template sets the quotation marks. */
  public record Quote(String text) implements Part {}

  /** The notes it came from. */
  public record Slips(List<Slip> slips) implements Part {}

  /** How far a commitment is; the steps before the current one are done. */
  public record Steps(List<String> labels, int current) implements Part {}

  /** A word that leads somewhere. */
  public record Link(String label, String url) {}

  /** A note as a slip in the colour of its hat. */
  public record Slip(String text, Paper paper) {}

  /** The papers of notes by hat: private or association, department, administration. */
  public enum Paper {
    BUTTER(""),
    SALBEI("slip--salbei"),
    LEINEN("slip--leinen");

    private final String css;

    Paper(String css) {
      this.css = css;
    }

    String css() {
      return css;
    }
  }
}

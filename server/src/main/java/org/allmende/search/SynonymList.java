package org.allmende.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which words are looked after.
 *
 * @param action where its forms go: a tenant's own words, or those of the whole installation
 * @param own the words that can be added to and removed here
 * @param shared the words of the whole installation, null on the page where those are looked after
 */
public record SynonymList(String action, List<Synonym> own, @Nullable Shared shared) {

  /**
   * Words of the whole installation as a tenant sees them.
   *
   * @param asked which words were asked for, empty for all
   * @param rows the stretch of them that is shown
   * @param page number of the stretch, from 1
   * @param pages how many stretches there are
   */
  public record Shared(String asked, List<Row> rows, int page, int pages) {}

  /** A word of the whole installation, and whether the tenant does without it. */
  public record Row(Synonym synonym, boolean off) {}
}

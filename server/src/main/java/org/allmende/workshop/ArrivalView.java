package org.allmende.workshop;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What there is to do while people arrive, as one reader sees it.
 *
 * @param wishes whether the reader wants to get to know others in pairs
 * @param wishing how many do
 * @param round the number of the round that runs, 0 while none does
 * @param until when it ends
 * @param partners whom the reader sits with in it
 */
record ArrivalView(
    boolean wishes, int wishing, int round, @Nullable Instant until, List<Partner> partners) {

  static final ArrivalView OVER = new ArrivalView(false, 0, 0, null, List.of());

  /**
   * Somebody to get to know.
   *
   * @param department null if the person named none
   * @param helps null unless the person lets it be shown
   * @param seeks null unless the person lets it be shown
   */
  record Partner(
      String name, @Nullable String department, @Nullable String helps, @Nullable String seeks) {}

  /** The names of those the reader sits with. */
  String names() {
    return partners.stream().map(Partner::name).collect(Collectors.joining(", "));
  }

  boolean isRunning() {
    return round > 0;
  }
}

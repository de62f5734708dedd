package org.allmende.catalog.dcat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.allmende.base.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which page of the catalogue is asked for.
 *
 * @param number from 1
 * @param since only what changed from then on, null for all
 * @param given the words the reader used for it
 */
record CatalogPage(int number, @Nullable Instant since, @Nullable String given) {

  static final int SIZE = 100;

  /**
   * Reads the words of the address.
   *
   * @throws Problem 400 if the time cannot be understood
   */
  static CatalogPage of(int page, @Nullable String modifiedSince) {
    return new CatalogPage(Math.clamp(page, 1, 1_000_000), instant(modifiedSince), modifiedSince);
  }

  int offset() {
    return (number - 1) * SIZE;
  }

  private static @Nullable Instant instant(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(
                  text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d$") ? text : text + "Z")
              .toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw Problem.badRequest("catalog.dcat.since", text);
    }
  }
}

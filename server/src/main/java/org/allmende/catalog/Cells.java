package org.allmende.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.allmende.base.web.Page;
import org.jspecify.annotations.Nullable;

/** Writes typed cells as the reader is used to. */
final class Cells {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private Cells() {}

  static String text(Page page, @Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Long number -> page.number(number);
      case BigDecimal number -> page.number(number);
      case LocalDate day -> page.dateShort(day);
      case LocalDateTime time -> page.dateShort(time.toLocalDate()) + " " + time.format(TIME);
      case Boolean yes -> page.t(yes ? "catalog.cell.yes" : "catalog.cell.no");
      default -> value.toString();
    };
  }
}

package org.allmende.catalog;

import org.allmende.tabular.ColumnType;
import org.allmende.tabular.Encoding;

/** How programs call what a reading decided. */
final class ReadingNames {

  private ReadingNames() {}

  static String of(Encoding encoding) {
    return switch (encoding) {
      case UTF_8 -> "UTF-8";
      case WINDOWS_1252 -> "windows-1252";
      case UTF_16LE -> "UTF-16LE";
      case UTF_16BE -> "UTF-16BE";
      case CP850 -> "IBM850";
    };
  }

  static String of(ColumnType type) {
    return type == ColumnType.DATE_TIME ? "datetime" : Keys.of(type);
  }
}

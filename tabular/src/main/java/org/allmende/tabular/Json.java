package org.allmende.tabular;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes single values as JSON. */
final class Json {
  private Json() {}

  /** Numbers exactly and without exponent, days and times as ISO text. */
  static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case BigDecimal number -> number.toPlainString();
      case Long number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> text(value.toString());
    };
  }

  static String text(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          // Also what some readers take for a line end or the end of a script.
          if (c < ' ' || c == '\u007f' || c == '\u2028' || c == '\u2029' || c == '<') {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }
}

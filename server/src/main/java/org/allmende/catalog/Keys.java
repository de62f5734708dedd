package org.allmende.catalog;

import java.util.Locale;

/** Makes message keys of constants: {@code NOT_UTF8} becomes {@code not_utf8}. */
final class Keys {

  private Keys() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

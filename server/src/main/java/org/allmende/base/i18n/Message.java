package org.allmende.base.i18n;

import java.util.List;

/** A sentence not yet spoken: its key and what fills its placeholders. */
public record Message(String key, List<Object> args) {

  /** A message with its placeholders in order. */
  public static Message of(String key, Object... args) {
    return new Message(key, List.of(args));
  }
}

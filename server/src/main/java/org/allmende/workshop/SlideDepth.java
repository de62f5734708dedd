package org.allmende.workshop;

import java.util.Locale;

/** For whom a slide is: for all, or for those who want to know more. */
public enum SlideDepth {
  BASICS,
  MORE;

  /** The word used in forms and in messages. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SlideDepth of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}

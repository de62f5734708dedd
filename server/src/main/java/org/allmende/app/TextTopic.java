package org.allmende.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The pages every tenant and the installation have and may write in their own words. */
enum TextTopic {
  OPEN_DATA,
  RULES,
  ACCESSIBILITY,
  PRIVACY,
  IMPRINT;

  /** As it stands in addresses, file names and messages. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<TextTopic> of(String key) {
    return Arrays.stream(values()).filter(topic -> topic.key().equals(key)).findFirst();
  }
}

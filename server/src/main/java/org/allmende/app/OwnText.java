package org.allmende.app;

import java.time.Instant;
import java.util.Locale;

/**
 * What a tenant, or the installation, says about a topic.
 *
 * @param version counts from 1; 0 while the text is still the one that comes with the program
 * @param body Markdown
 * @param writtenAt when this version was written; {@link Instant#EPOCH} for version 0
 */
record OwnText(TextTopic topic, Locale language, int version, String body, Instant writtenAt) {

  boolean isOwn() {
    return version > 0 && !body.isBlank();
  }
}

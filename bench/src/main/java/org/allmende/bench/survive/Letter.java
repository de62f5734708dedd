package org.allmende.bench.survive;

/** A mail as it arrived. */
record Letter(String messageId, String to, String subject, String text) {

  boolean sameAs(Letter other) {
    return messageId.equals(other.messageId);
  }

  boolean holds(String words) {
    return text.contains(words) || subject.contains(words);
  }
}

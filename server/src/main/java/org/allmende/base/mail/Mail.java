package org.allmende.base.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person.
 *
 * @param key says what it tells whom; the same key is sent only once
 * @param unsubscribeUrl where one click ends such mails, for those that are subscribed to
 */
public record Mail(
    String key,
    String to,
    Locale locale,
    String subject,
    String text,
    @Nullable String html,
    @Nullable String unsubscribeUrl) {

  public Mail(
      String key, String to, Locale locale, String subject, String text, @Nullable String html) {
    this(key, to, locale, subject, text, html, null);
  }

  /** A header is one line. */
  public Mail {
    subject = subject.replaceAll("\\s+", " ").strip();
  }

  /** Names neither address nor content, because it may end in a log. */
  @Override
  public String toString() {
    return "Mail[" + locale + "]";
  }
}

package org.allmende.base.i18n;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/**
 * The words of the user interface; every module brings {@code
 * messages/<module>_{de,en}.properties}.
 */
@Component
public class Texts {

  /** The languages offered; the first is the default. */
  public static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

  private final MessageSource messages;

  Texts(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * The text of a key with its placeholders filled.
   *
   * @throws NoSuchMessageException if no module defines the key
   */
  public String of(Locale locale, String key, Object... args) {
    return messages.getMessage(key, args, spoken(locale));
  }

  /** The text of a message value. */
  public String of(Locale locale, Message message) {
    return of(locale, message.key(), message.args().toArray());
  }

  /** Whether some module defines the key. */
  public boolean has(String key) {
    return messages.getMessage(key, null, null, Locale.GERMAN) != null;
  }

  /** The offered language nearest to the one asked for. */
  public static Locale spoken(Locale locale) {
    return locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.GERMAN;
  }
}

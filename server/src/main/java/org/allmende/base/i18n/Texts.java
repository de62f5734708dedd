package org.allmende.base.i18n;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
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
  private final Clock clock;

  Texts(MessageSource messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * The text of a key with its placeholders filled; moments among them are written as people of
   * that language write them.
   *
   * @throws NoSuchMessageException if no module defines the key
   */
  public String of(Locale locale, String key, Object... args) {
    Locale spoken = spoken(locale);
    var moments = new Moments(spoken, clock.getZone());
    Object[] written =
        Arrays.stream(args)
            .map(each -> each instanceof Instant at ? moments.lately(at) : each)
            .toArray();
    return messages.getMessage(key, written, spoken);
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

package org.allmende.catalog;

import java.util.Locale;

/**
 * What data are about: one of the 242 entries of the Musterdatenkatalog V4, the common yardstick of
 * German towns.
 *
 * @param id its name here
 * @param uri its IRI
 * @param theme the theme it belongs to
 * @param german German label, such as {@code Schule - Standort}
 * @param english English label
 * @param euTheme the EU data theme it falls under
 */
public record Topic(
    TopicId id, String uri, Theme theme, String german, String english, EuTheme euTheme) {

  private static final String GROUP_END = " - ";

  /**
   * The label in the reader's language, German unless it is English; „Schule: Standort“ for a
   * grouped one.
   */
  public String label(Locale locale) {
    return (locale.getLanguage().equals("en") ? english : german).replace(GROUP_END, ": ");
  }

  /** The part of the German label before the dash, empty if the topic stands alone. */
  String group() {
    int end = german.indexOf(GROUP_END);
    return end < 0 ? "" : german.substring(0, end);
  }

  /** The part of the German label that tells the topic from others of its group. */
  String name() {
    int end = german.indexOf(GROUP_END);
    return end < 0 ? german : german.substring(end + GROUP_END.length());
  }
}

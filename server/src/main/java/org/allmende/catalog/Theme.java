package org.allmende.catalog;

import java.util.Locale;

/**
 * One of the 26 themes that the topics of the Musterdatenkatalog are grouped by.
 *
 * @param id short name, the theme's part of the IRI
 * @param uri IRI of the theme
 * @param german German label
 * @param english English label
 */
public record Theme(String id, String uri, String german, String english) {

  /** The label in the reader's language, German unless it is English. */
  public String label(Locale locale) {
    return locale.getLanguage().equals("en") ? english : german;
  }
}

package org.allmende.base.web;

import java.util.Locale;

/**
 * A sentence that a module keeps in its rows in German, in the place of somebody's words. Every
 * page is looked through for it, so that no template has to think of it.
 */
public interface StoredSentence {

  /** The page with the sentence in the reader's language, wherever it stands. */
  String translated(String page, Locale locale);
}

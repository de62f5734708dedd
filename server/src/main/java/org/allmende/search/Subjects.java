package org.allmende.search;

import java.util.List;

/**
 * Says what a text may be about. The module that knows topics implements it; nothing is assigned by
 * it, it only helps to find.
 */
public interface Subjects {

  /** The likeliest first; none if no word tells anything. */
  List<Subject> of(String text, Thesaurus thesaurus);
}

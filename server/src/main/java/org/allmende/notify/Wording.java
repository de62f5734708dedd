package org.allmende.notify;

import java.util.Locale;

/** Says something in the language of whoever is told. */
@FunctionalInterface
public interface Wording {

  NoticeText in(Locale locale);
}

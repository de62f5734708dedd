package org.allmende.workshop;

import java.util.Locale;
import java.util.Map;
import org.allmende.base.web.Form;
import org.allmende.board.Hat;
import org.jspecify.annotations.Nullable;

/** The hats of notes by the words people and programs use for them. */
final class Hats {

  /** Words of a wish that a note says with one of its three. */
  private static final Map<String, Hat> OTHER_WORDS =
      Map.of(
          "private", Hat.PRIVATE_OR_CLUB,
          "club", Hat.PRIVATE_OR_CLUB,
          "hobby", Hat.PRIVATE_OR_CLUB,
          "volunteer", Hat.PRIVATE_OR_CLUB,
          "business", Hat.PRIVATE_OR_CLUB,
          "press", Hat.PRIVATE_OR_CLUB,
          "science", Hat.PRIVATE_OR_CLUB,
          "pupil", Hat.PRIVATE_OR_CLUB,
          "job", Hat.DEPARTMENT);

  private Hats() {}

  /** The hat stored under the key. */
  static Hat read(String key) {
    return Hat.valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** The hat a form names, or null when it names none or an unknown one. */
  static @Nullable Hat of(Form form) {
    Hat other = OTHER_WORDS.get(form.value("hat").strip().toLowerCase(Locale.ROOT));
    return other == null ? form.choice("hat", Hat.class) : other;
  }

  /** As whom a wish made of the note speaks. */
  static org.allmende.wish.Hat ofWish(Hat hat) {
    return hat == Hat.PRIVATE_OR_CLUB ? org.allmende.wish.Hat.PRIVATE : org.allmende.wish.Hat.JOB;
  }
}

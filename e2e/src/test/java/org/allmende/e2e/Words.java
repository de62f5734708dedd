package org.allmende.e2e;

import java.util.concurrent.ThreadLocalRandom;

/** Words nobody used before, so that what a test finds is what the test wrote. */
final class Words {

  private static final String[] FIRST = {
    "Wander", "Ufer", "Quell", "Heide", "Mond", "Birken", "Sommer", "Silber"
  };
  private static final String[] SECOND = {
    "falter", "pfad", "garten", "warte", "insel", "tor", "anger", "steg"
  };

  private Words() {}

  /** A noun that looks German and is new, such as {@code Quellstegmuxo}. */
  static String fresh() {
    var random = ThreadLocalRandom.current();
    var end = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      end.append("bdfgklmnprstw".charAt(random.nextInt(13)))
          .append("aeiou".charAt(random.nextInt(5)));
    }
    return FIRST[random.nextInt(FIRST.length)] + SECOND[random.nextInt(SECOND.length)] + end;
  }

  /** A mail address nobody has. */
  static String address(String name) {
    return name + "." + fresh().toLowerCase(java.util.Locale.ROOT) + "@post.example";
  }
}

package org.allmende.catalog;

import java.time.Instant;
import java.util.Locale;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One of the questions a person answered with yes before a dataset went public.
 *
 * @param by who answered, null once that person asked to be forgotten
 */
public record PublicationCheck(Kind kind, Instant at, @Nullable PersonId by) {

  /** What must be answered; all of them, each time. */
  public enum Kind {
    LEGAL("legal"),
    PERSONAL_DATA("personalData"),
    LICENSE("license"),
    CONTACT("contact");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The name in the form, in the API and in message keys. */
    public String key() {
      return key;
    }

    static Kind of(String column) {
      return valueOf(column.toUpperCase(Locale.ROOT));
    }

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

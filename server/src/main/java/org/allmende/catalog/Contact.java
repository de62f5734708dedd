package org.allmende.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Whom the public asks about a dataset: a function, never a person.
 *
 * @param function such as {@code Datenstelle} or {@code Fachbereich Jugend}
 * @param email the function's mailbox, null if only a page is named
 * @param url the function's page, null if only a mailbox is named
 */
public record Contact(String function, @Nullable String email, @Nullable String url) {

  /** Whether one can reach somebody by it. */
  public boolean reachable() {
    return email != null || url != null;
  }
}

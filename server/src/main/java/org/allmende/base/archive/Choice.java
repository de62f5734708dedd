package org.allmende.base.archive;

import org.jspecify.annotations.Nullable;

/** Which rows go into an archive. */
sealed interface Choice {

  /** The condition, in SQL, of the table's rows. */
  String condition(Table table);

  /** Whose they are, null for everybody's. */
  @Nullable String tenant();

  /** Every row. */
  record All() implements Choice {
    @Override
    public String condition(Table table) {
      return "true";
    }

    @Override
    public @Nullable String tenant() {
      return null;
    }
  }
}

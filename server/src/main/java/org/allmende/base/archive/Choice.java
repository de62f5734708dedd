package org.allmende.base.archive;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows go into an archive. */
sealed interface Choice {

  /** The condition, in SQL, of the table's rows. */
  String condition(Table table);

  /** What is written instead of a column's value, in SQL. */
  Map<String, String> instead(Table table);

  /** Whose they are, null for everybody's. */
  @Nullable String tenant();

  /** Every row as it is. */
  record All() implements Choice {
    @Override
    public String condition(Table table) {
      return "true";
    }

    @Override
    public Map<String, String> instead(Table table) {
      return Map.of();
    }

    @Override
    public @Nullable String tenant() {
      return null;
    }
  }

  /** What moves with a tenant. */
  record OfTenant(String tenant, Ownership ownership) implements Choice {
    @Override
    public String condition(Table table) {
      return ownership.moving(table.name());
    }

    @Override
    public Map<String, String> instead(Table table) {
      Map<String, String> filled = new HashMap<>();
      ownership
          .belongings()
          .of(table.name())
          .exported()
          .forEach((column, value) -> filled.put(column, ownership.filled(value)));
      return filled;
    }
  }
}

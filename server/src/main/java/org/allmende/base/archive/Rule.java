package org.allmende.base.archive;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose the rows of a table are. */
sealed interface Rule {

  /** Of the installation: stays here, whatever comes and goes. */
  record OfInstallation() implements Rule {}

  /**
   * Of every tenant that one of the columns names; gone once all of them are.
   *
   * @param kind how references to such a row begin, null if there are none
   */
  record OfTenants(List<String> columns, @Nullable String kind) implements Rule {}

  /** Between tenants: gone with any of them. */
  record Between(List<String> columns) implements Rule {}

  /** A part of a row elsewhere, and gone with it. */
  record Part(List<Link> links) implements Rule {}

  /** Belongs to the thing that a reference such as {@code wish:ID} names, and is gone with it. */
  record Named(List<String> columns) implements Rule {}

  /**
   * Moves along when one of the rows elsewhere does, but is gone only with the row it points to.
   */
  record Along(List<Link> links) implements Rule {}

  /** A tenant itself: moves wherever a row points to it, and its name stays for ever. */
  record Body(String column) implements Rule {}

  /** Somebody: moves along with the rows that point there, gone when none is left. */
  record Person() implements Rule {}

  /** Never leaves the installation, and is gone with the person. */
  record Secret(String column) implements Rule {}

  /** One column that names a row of another table. */
  record Link(String column, String table, String target) {}

  /**
   * A table's rule with what is special about it.
   *
   * @param exported what is written instead of a column's value when a tenant moves
   * @param emptied what a removed row is set to where it has to stay
   * @param held under which condition a row keeps the person it belongs to
   * @param shares under which condition a row says that others have a share in the thing its {@code
   *     ref} names
   */
  record Entry(
      Rule rule,
      Map<String, String> exported,
      @Nullable String emptied,
      @Nullable String held,
      @Nullable String shares) {}
}

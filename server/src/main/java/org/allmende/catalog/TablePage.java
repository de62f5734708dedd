package org.allmende.catalog;

import org.allmende.tabular.Sort;
import org.allmende.tabular.StoredColumn;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A page of a whole table.
 *
 * @param total how many rows fulfil the conditions
 * @param next after which row the next page begins, null on the last
 */
record TablePage(
    Tenant tenant,
    Dataset dataset,
    FileVersion version,
    TableView table,
    RowAddress address,
    long total,
    @Nullable Long next) {

  String url() {
    return dataset.url() + "/files/" + version.file() + "/table";
  }

  @Nullable String nextUrl() {
    return next == null ? null : address.next(url(), next);
  }

  /** The same rows by this column; the other way round if they are by it already. */
  String sortedBy(StoredColumn column) {
    boolean up = order(column).equals("ascending");
    return address.sorted(
        url(), new Sort(column.name(), up ? Sort.Direction.DESCENDING : Sort.Direction.ASCENDING));
  }

  /** In which order the column is, in the words of {@code aria-sort}. */
  String order(StoredColumn column) {
    Sort sort = address.sort();
    if (sort == null || !sort.column().equals(column.name())) {
      return "none";
    }
    return sort.direction() == Sort.Direction.ASCENDING ? "ascending" : "descending";
  }
}

package org.allmende.catalog;

import java.util.List;
import org.allmende.base.web.PagePart;
import org.allmende.tabular.RowPage;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a dataset shows.
 *
 * @param gap where to say what these data lack, null if nobody listens
 */
record DatasetView(
    Tenant tenant,
    Dataset dataset,
    @Nullable String department,
    @Nullable Topic topic,
    @Nullable License license,
    List<FileView> files,
    @Nullable PagePart mark,
    @Nullable PagePart story,
    @Nullable PagePart uses,
    @Nullable PagePart comments,
    @Nullable String gap,
    boolean staff) {

  /** A file with its first rows and, where it says something, its picture. */
  record FileView(FileVersion version, TableView table, @Nullable Chart chart) {

    static FileView of(FileVersion version, RowPage rows) {
      TableView whole = TableView.of(rows);
      Chart chart = Chart.of(whole, version.reading().rows());
      int shown = Math.min(10, whole.rows().size());
      return new FileView(
          version, new TableView(whole.columns(), whole.rows().subList(0, shown)), chart);
    }

    String url(String what) {
      return "/files/" + version.file() + "/" + what;
    }
  }
}

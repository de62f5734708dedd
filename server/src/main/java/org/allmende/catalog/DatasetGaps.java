package org.allmende.catalog;

import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;

/** Where a reader says that data are missing; implemented above. */
public interface DatasetGaps {

  /** Where to say what this dataset lacks. */
  String missingIn(Dataset dataset, Viewer viewer);

  /** Where to say that the search found nothing. */
  String nothingFor(Tenant tenant, String query, Viewer viewer);
}

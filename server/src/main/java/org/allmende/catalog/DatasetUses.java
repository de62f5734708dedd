package org.allmende.catalog;

import java.util.Collection;
import java.util.Map;
import org.allmende.base.web.PagePart;
import org.allmende.base.web.Viewer;

/**
 * Shows what datasets are used for, and lets people say so; implemented above and asked once per
 * page.
 */
public interface DatasetUses {

  Map<DatasetId, PagePart> uses(Collection<DatasetId> datasets, Viewer viewer);
}

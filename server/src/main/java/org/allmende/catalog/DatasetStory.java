package org.allmende.catalog;

import java.util.Collection;
import java.util.Map;
import org.allmende.base.web.PagePart;
import org.allmende.base.web.Viewer;

/**
 * Tells how datasets came to be; implemented above and asked once per page. Datasets without a
 * story are left out.
 */
public interface DatasetStory {

  /** The whole way, drawn under the heading <em>Entstehung</em>. */
  Map<DatasetId, PagePart> stories(Collection<DatasetId> datasets, Viewer viewer);

  /** The same in a line beside the state: the small thread and how many needed it. */
  Map<DatasetId, PagePart> marks(Collection<DatasetId> datasets, Viewer viewer);
}

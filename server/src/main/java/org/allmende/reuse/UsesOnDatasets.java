package org.allmende.reuse;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allmende.base.web.PagePart;
import org.allmende.base.web.Pages;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Dataset;
import org.allmende.catalog.DatasetId;
import org.allmende.catalog.DatasetUses;
import org.allmende.catalog.Datasets;
import org.springframework.stereotype.Component;

/** Draws the uses on the page of a dataset. */
@Component
class UsesOnDatasets implements DatasetUses {

  private final Uses uses;
  private final Datasets datasets;
  private final Pages pages;

  UsesOnDatasets(Uses uses, Datasets datasets, Pages pages) {
    this.uses = uses;
    this.datasets = datasets;
    this.pages = pages;
  }

  @Override
  public Map<DatasetId, PagePart> uses(Collection<DatasetId> asked, Viewer viewer) {
    Map<DatasetId, List<Use>> known = uses.of(asked);
    Map<DatasetId, PagePart> parts = new HashMap<>();
    for (Dataset dataset : datasets.find(asked)) {
      List<Use> mine = known.getOrDefault(dataset.id(), List.of());
      if (dataset.isPublished() || !mine.isEmpty()) {
        parts.put(dataset.id(), pages.part("reuse/uses", Map.of("dataset", dataset, "uses", mine)));
      }
    }
    return parts;
  }
}

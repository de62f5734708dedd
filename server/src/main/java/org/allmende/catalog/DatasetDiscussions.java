package org.allmende.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.comment.Discussion;
import org.allmende.comment.DiscussionSource;
import org.springframework.stereotype.Component;

/** Published datasets as things people talk about. */
@Component
class DatasetDiscussions implements DiscussionSource {

  private final Datasets datasets;

  DatasetDiscussions(Datasets datasets) {
    this.datasets = datasets;
  }

  @Override
  public String kind() {
    return "dataset";
  }

  @Override
  public Map<Ref, Discussion> find(TenantId tenant, Collection<String> ids, Viewer viewer) {
    return datasets.find(ids.stream().map(DatasetId::new).toList()).stream()
        .filter(dataset -> dataset.tenant().equals(tenant) && dataset.isPublished())
        .map(DatasetDiscussions::of)
        .collect(Collectors.toMap(Discussion::about, discussion -> discussion));
  }

  static Discussion of(Dataset dataset) {
    return new Discussion(
        dataset.id().ref(), dataset.tenant(), dataset.title(), dataset.url(), false);
  }
}

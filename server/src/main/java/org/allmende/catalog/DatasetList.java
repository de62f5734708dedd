package org.allmende.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.allmende.base.web.PagePart;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/** What the list of published datasets shows. */
record DatasetList(
    Tenant tenant,
    String query,
    @Nullable TopicId topic,
    List<Dataset> datasets,
    Map<String, String> departments,
    Map<Topic, Integer> topics,
    Map<DatasetId, PagePart> marks,
    int total,
    int page,
    int last,
    @Nullable String gap) {

  /** Address of the same list, all but the number of the page. */
  String base() {
    return tenant.url("/datasets")
        + "?q="
        + URLEncoder.encode(query, StandardCharsets.UTF_8)
        + (topic == null ? "" : "&topic=" + topic)
        + "&page=";
  }
}

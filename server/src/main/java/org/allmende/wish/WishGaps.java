package org.allmende.wish;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Dataset;
import org.allmende.catalog.DatasetGaps;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Component;

/** Leads from data that do not suffice, and from a search that found nothing, to a wish. */
@Component
class WishGaps implements DatasetGaps {

  @Override
  public String missingIn(Dataset dataset, Viewer viewer) {
    return "/" + dataset.tenant().slug() + "/wishes/new?purpose=" + encoded(dataset.title());
  }

  @Override
  public String nothingFor(Tenant tenant, String query, Viewer viewer) {
    return tenant.url("/wishes/new?need=" + encoded(query));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package org.allmende.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.UploadRule;
import org.allmende.base.web.Viewer;
import org.springframework.stereotype.Component;

/** Files for datasets are taken from the officers and stewards of the tenant. */
@Component
class DatasetUploads implements UploadRule {

  private static final Pattern PATH =
      Pattern.compile("/([^/]+)(?:/api/v1)?/datasets/([^/]+)/files(?:/([^/]+)/versions)?");

  private final DatasetStore datasets;

  DatasetUploads(DatasetStore datasets) {
    this.datasets = datasets;
  }

  @Override
  public boolean covers(String path) {
    return PATH.matcher(path).matches();
  }

  @Override
  public void check(String path, Viewer viewer) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches() || !TenantId.isSlug(parts.group(1))) {
      throw Problem.notFound("catalog.notFound");
    }
    TenantId tenant = new TenantId(parts.group(1));
    viewer.require(tenant, Role.OFFICER, Role.STEWARD);
    Dataset dataset =
        datasets
            .find(tenant, new DatasetId(parts.group(2)))
            .orElseThrow(() -> Problem.notFound("catalog.notFound"));
    if (dataset.state() instanceof DatasetState.Withdrawn) {
      throw Problem.conflict("catalog.file.withdrawn");
    }
  }
}

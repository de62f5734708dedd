package org.allmende.workshop;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.UploadRule;
import org.allmende.base.web.Viewer;
import org.springframework.stereotype.Component;

/** Files for the materials of a workshop are taken from those who lead it. */
@Component
class MaterialUploads implements UploadRule {

  private static final Pattern PATH = Pattern.compile("/([^/]+)/workshops/([^/]+)/materials");

  private final WorkshopStore workshops;

  MaterialUploads(WorkshopStore workshops) {
    this.workshops = workshops;
  }

  @Override
  public boolean covers(String path) {
    return PATH.matcher(path).matches();
  }

  @Override
  public void check(String path, Viewer viewer) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches() || !TenantId.isSlug(parts.group(1))) {
      throw Problem.notFound("workshop.notFound");
    }
    TenantId tenant = new TenantId(parts.group(1));
    Workshop workshop =
        workshops
            .find(new WorkshopId(parts.group(2)))
            .filter(found -> found.tenant().equals(tenant))
            .orElseThrow(() -> Problem.notFound("workshop.notFound"));
    Workshops.requireLead(workshop, viewer);
  }
}

package org.allmende.workshop;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.UploadRule;
import org.allmende.base.web.Viewer;
import org.springframework.stereotype.Component;

/** Slides and materials are taken from those who lead the workshop. */
@Component
class WorkshopUploads implements UploadRule {

  private static final Pattern PATH =
      Pattern.compile(
          "/([^/]+)/(?:api/v1/)?workshops/([^/]+)/(?:materials|talks/(?<talk>[^/]+)/slides)");

  private final Workshops workshops;

  WorkshopUploads(Workshops workshops) {
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
    Workshop workshop = workshops.get(new TenantId(parts.group(1)), parts.group(2));
    Workshops.requireLead(workshop, viewer);
    if (parts.group("talk") != null) {
      Talks.phase(workshop, parts.group("talk"));
    }
  }
}

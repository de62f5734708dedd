package org.allmende.tenant;

import java.util.Locale;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A body that carries something.
 *
 * @param accent its colour as {@code #rrggbb}, checked for contrast; used for the top line and the
 *     seal only
 * @param ags official municipality key (8 digits, 5 for a district), null where there is none
 * @param contact the public mail address of its open-data office, null when it named none
 * @param contributorId DCAT-AP.de contributor IRI, null behind a state portal that adds its own
 */
public record Tenant(
    TenantId id,
    String name,
    Kind kind,
    String accent,
    @Nullable String ags,
    @Nullable String contact,
    @Nullable String contributorId) {

  /** What kind of body a tenant is. */
  public enum Kind {
    MUNICIPALITY,
    DISTRICT,
    LAB,
    ASSOCIATION,
    DATA_CENTRE,
    STATE;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public String slug() {
    return id.slug();
  }

  /** Address of a path within the tenant, such as {@code /wishes}. */
  public String url(String path) {
    return "/" + id.slug() + path;
  }
}

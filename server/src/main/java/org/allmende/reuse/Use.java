package org.allmende.reuse;

import java.time.Instant;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.catalog.DatasetId;
import org.jspecify.annotations.Nullable;

/**
 * One use of a dataset.
 *
 * @param url where it can be seen, null where it cannot
 * @param department who uses it inside the administration, null for everybody else
 */
public record Use(
    String id,
    TenantId tenant,
    DatasetId dataset,
    UseKind kind,
    String title,
    @Nullable String url,
    @Nullable String department,
    Instant at) {

  public static final String KIND = "use";

  public Ref ref() {
    return new Ref(KIND, id);
  }
}

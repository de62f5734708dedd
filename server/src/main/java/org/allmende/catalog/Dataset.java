package org.allmende.catalog;

import java.time.Instant;
import java.util.List;
import org.allmende.base.id.Origin;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A dataset of a tenant: what is said about it and how far it is. Its files are kept by {@link
 * DatasetFiles}.
 *
 * @param origins what it came from, such as the wish it answers
 * @param changedAt when metadata or files last changed
 * @param publishedAt when it was first published, null before
 * @param version counts changes; a form brings back the one it was made from
 */
public record Dataset(
    DatasetId id,
    TenantId tenant,
    Metadata metadata,
    DatasetState state,
    List<Origin> origins,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant publishedAt,
    int version) {

  public Dataset {
    origins = List.copyOf(origins);
  }

  public String title() {
    return metadata.title();
  }

  /** Address of its page. */
  public String url() {
    return "/" + tenant.slug() + "/datasets/" + id.value();
  }

  /** Whether everybody may read its content. */
  public boolean isPublished() {
    return state instanceof DatasetState.Published;
  }

  /** Whether everybody may know of it; a withdrawn one stays known. */
  public boolean isKnown() {
    return isPublished() || state instanceof DatasetState.Withdrawn;
  }

  Dataset from(List<Origin> known) {
    return new Dataset(
        id, tenant, metadata, state, known, createdAt, changedAt, publishedAt, version);
  }
}

package org.allmende.catalog;

import java.util.List;
import org.allmende.base.id.Origin;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What a new dataset begins with; a module above fills in what it knows already.
 *
 * @param department id of the department that prepares it
 * @param origins what it comes from: the wish, the potential, the commitment
 */
public record DatasetDraft(
    TenantId tenant,
    String title,
    String description,
    @Nullable TopicId topic,
    @Nullable String department,
    List<Origin> origins) {

  Metadata metadata() {
    return new Metadata(
        title, description, topic, department, null, null, null, null, null, null, List.of());
  }
}

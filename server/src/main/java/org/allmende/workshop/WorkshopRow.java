package org.allmende.workshop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.allmende.base.id.TenantId;

/**
 * A workshop in a list.
 *
 * @param carriers the names of those who carry it, the owner first
 */
record WorkshopRow(Workshop workshop, List<String> carriers, boolean past) {

  static List<WorkshopRow> of(List<Workshop> workshops, Map<TenantId, String> names, Instant now) {
    return workshops.stream()
        .map(workshop ->
            new WorkshopRow(
                workshop,
                Carriers.of(workshop).stream()
                    .map(id -> names.getOrDefault(id, id.slug()))
                    .toList(),
                workshop.endsAt().isBefore(now)))
        .toList();
  }
}

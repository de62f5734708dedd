package org.allmende.workshop;

import java.time.Instant;
import java.util.List;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What a facilitator plans.
 *
 * @param coHosts the tenants invited to carry it too
 */
public record WorkshopPlan(
    String title,
    @Nullable String place,
    @Nullable String onlineUrl,
    Instant startsAt,
    Instant endsAt,
    int capacity,
    AgendaTemplate template,
    List<TenantId> coHosts) {

  /** How many may join when nobody says otherwise. */
  public static final int USUAL_CAPACITY = 60;
}

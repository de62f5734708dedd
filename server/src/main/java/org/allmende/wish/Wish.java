package org.allmende.wish;

import java.time.Instant;
import org.allmende.base.id.Origin;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A need and where it stands.
 *
 * @param tenant whom it was told to; its address stays there
 * @param carrier who decides on it; another one after a forwarding
 * @param offeredTo to whom it is forwarded, until that tenant answers
 * @param host who harvested it from a workshop
 * @param wisher who stated it; null without contact and login
 * @param wisherName the pseudonym shown, may be empty
 * @param origin the workshop it comes from
 * @param people how many need it, the wisher included
 * @param mergedInto the equal wish it was merged into
 */
record Wish(
    WishId id,
    TenantId tenant,
    TenantId carrier,
    @Nullable TenantId offeredTo,
    @Nullable TenantId host,
    Need need,
    Visibility visibility,
    WishState state,
    @Nullable PersonId wisher,
    String wisherName,
    @Nullable Origin origin,
    int dots,
    int people,
    @Nullable WishId mergedInto,
    int version,
    Instant createdAt,
    Instant movedAt) {

  String url() {
    return "/" + tenant.slug() + "/wishes/" + id;
  }

  /** Where its carrier decides on it. */
  String deskUrl() {
    return "/" + carrier.slug() + "/desk/wishes/" + id;
  }

  /** Whether everybody may read it. */
  boolean isPublic() {
    return visibility == Visibility.PUBLIC && (state.isListed() || state == WishState.MERGED);
  }

  boolean isVisibleTo(Viewer viewer) {
    return isPublic() || viewer.isStaff(carrier) || viewer.isStaff(tenant);
  }

  /** Whether it belongs on the pages of the tenant. */
  boolean concerns(TenantId other) {
    return tenant.equals(other) || carrier.equals(other) || other.equals(offeredTo);
  }

  /** Harvested for a tenant that has not accepted it yet. */
  boolean isToBeAccepted() {
    return state == WishState.SUBMITTED && host != null;
  }

  Wish with(Need other) {
    return new Wish(
        id,
        tenant,
        carrier,
        offeredTo,
        host,
        other,
        visibility,
        state,
        wisher,
        wisherName,
        origin,
        dots,
        people,
        mergedInto,
        version,
        createdAt,
        movedAt);
  }
}

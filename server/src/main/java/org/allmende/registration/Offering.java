package org.allmende.registration;

import java.time.Instant;
import java.time.LocalDate;
import org.allmende.base.id.Origin;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What one can register for, as its owner hands it down.
 *
 * @param url its own page, the invitation
 * @param place where people meet, null when only online
 * @param capacity how many seats there are
 * @param largestGroup how many may come with one registration
 * @param closesAt no registration and no offer after it
 * @param deleteOn from when on only numbers are kept
 */
public record Offering(
    Ref about,
    TenantId tenant,
    String title,
    String url,
    @Nullable String place,
    int capacity,
    int largestGroup,
    Instant opensAt,
    Instant closesAt,
    Instant startsAt,
    Instant endsAt,
    LocalDate deleteOn) {

  public Origin origin() {
    return new Origin(title, url, about);
  }

  /** Whether one can register, and seats are given on. */
  public boolean isOpen(Instant now) {
    return !now.isBefore(opensAt) && now.isBefore(closesAt) && now.isBefore(startsAt);
  }

  /** When it is too late for everything: the end of registration or the start. */
  Instant lastMoment() {
    return closesAt.isBefore(startsAt) ? closesAt : startsAt;
  }

  /** Where its registrations are. */
  String registrationUrl(String path) {
    return "/" + tenant.slug() + "/registrations/" + about + path;
  }
}

package org.allmende.registration;

import org.allmende.base.id.Ref;
import org.allmende.base.web.Problem;
import org.allmende.tenant.Tenant;
import org.springframework.stereotype.Component;

/** Finds what one can register for by its address. */
@Component
class OpenOfferings {

  private final Registrations registrations;

  OpenOfferings(Registrations registrations) {
    this.registrations = registrations;
  }

  /**
   * The offering an address names.
   *
   * @param about {@code kind:id}
   * @throws Problem 404 unless the tenant has it
   */
  Offering get(Tenant tenant, String about) {
    int colon = about.indexOf(':');
    if (colon < 1 || colon == about.length() - 1) {
      throw Problem.notFound("registration.none");
    }
    return registrations
        .offering(Ref.parse(about))
        .filter(offering -> offering.tenant().equals(tenant.id()))
        .orElseThrow(() -> Problem.notFound("registration.none"));
  }
}

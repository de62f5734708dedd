package org.allmende.tenant;

import org.allmende.base.web.Listing;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The places of a tenant as JSON, so that programs can subscribe to one. */
@RestController
@RequestMapping("/{tenant}/api/v1/places")
class PlaceApi {

  private final Places places;

  PlaceApi(Places places) {
    this.places = places;
  }

  @GetMapping
  Listing<PlaceJson> list(Tenant tenant) {
    return Listing.of(
        places.of(tenant.id()).stream()
            .map(place -> new PlaceJson(place.id(), place.name()))
            .toList());
  }

  /** A place. */
  record PlaceJson(String id, String name) {}
}

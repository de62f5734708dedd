package org.allmende.wish;

import java.util.List;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Topics;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Potentials for programs. */
@RestController
@RequestMapping("/{tenant}/api/v1/potentials")
class PotentialApi {

  private final Potentials potentials;
  private final Topics topics;
  private final Tenants tenants;
  private final PublicAddress address;

  PotentialApi(Potentials potentials, Topics topics, Tenants tenants, PublicAddress address) {
    this.potentials = potentials;
    this.topics = topics;
    this.tenants = tenants;
    this.address = address;
  }

  record Offered(String id, String url) {}

  record PotentialBody(
      String id,
      String url,
      Potential.Offer offer,
      String visibility,
      boolean accepted,
      int version) {}

  @PostMapping
  ResponseEntity<Offered> offer(Tenant tenant, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.OFFICER, Role.STEWARD);
    PotentialForm read = PotentialForm.read(tenant.id(), form, topics, tenants);
    form.orThrow();
    PotentialId id =
        potentials.offer(tenant.id(), read.offer(), read.visibility(), form.submission(), viewer);
    String url = address.of(tenant.url("/potentials/" + id));
    return Created.at(url, new Offered(id.value(), url));
  }

  @GetMapping
  Listing<PotentialBody> list(Tenant tenant, Viewer viewer) {
    List<PotentialBody> bodies =
        potentials.list(tenant.id(), viewer).stream().map(this::body).toList();
    return Listing.of(bodies);
  }

  @GetMapping("/{potential}")
  PotentialBody show(Tenant tenant, @PathVariable PotentialId potential, Viewer viewer) {
    return body(potentials.get(tenant.id(), potential, viewer));
  }

  private PotentialBody body(Potential potential) {
    return new PotentialBody(
        potential.id().value(),
        address.of(potential.url()),
        potential.offer(),
        potential.visibility().key(),
        potential.acceptedAt() != null,
        potential.version());
  }
}

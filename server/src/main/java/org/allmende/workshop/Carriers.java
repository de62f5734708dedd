package org.allmende.workshop;

import java.util.List;
import java.util.stream.Stream;
import org.allmende.base.id.TenantId;

/** Who carries a workshop: the owner first, then the co-hosts that accepted. */
final class Carriers {

  private Carriers() {}

  static List<TenantId> of(Workshop workshop) {
    return Stream.concat(Stream.of(workshop.tenant()), workshop.coHosts().stream()).toList();
  }
}

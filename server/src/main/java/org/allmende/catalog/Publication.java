package org.allmende.catalog;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a steward decides at the publish gate.
 *
 * @param checked the questions answered with yes
 * @param version the one the steward saw, null to mean the newest
 * @param commitment id of the commitment that is kept by it
 * @param submission key under which a repeated sending counts once
 */
public record Publication(
    Set<PublicationCheck.Kind> checked,
    @Nullable Integer version,
    @Nullable String commitment,
    @Nullable String submission) {

  public Publication {
    checked = Set.copyOf(checked);
  }

  /** All questions answered with yes, for the newest version. */
  public static Publication checked(@Nullable String commitment) {
    return new Publication(EnumSet.allOf(PublicationCheck.Kind.class), null, commitment, null);
  }

  boolean isFor(Dataset dataset) {
    return version == null || version == dataset.version();
  }

  boolean has(PublicationCheck.Kind kind) {
    return checked.contains(kind);
  }
}

package org.allmende.board;

import org.jspecify.annotations.Nullable;

/**
 * A zone and the phase that collects in it.
 *
 * @param phase the key of the phase
 * @param covered whether others' notes are covered
 * @param group the group that writes in it, counted from 1; null for everybody's
 */
public record ZoneOfPhase(
    ZoneId id, String phase, String title, boolean covered, @Nullable Integer group) {

  static ZoneOfPhase of(Zone zone) {
    return new ZoneOfPhase(
        new ZoneId(zone.id()), zone.phase(), zone.title(), zone.covered(), zone.group());
  }
}

package org.allmende.board;

/**
 * A zone and the phase that collects in it.
 *
 * @param phase the key of the phase
 * @param covered whether others' notes are covered
 */
public record ZoneOfPhase(ZoneId id, String phase, String title, boolean covered) {}

package org.allmende.tenant;

import org.allmende.base.id.TenantId;

/**
 * A part of a tenant's administration that can hold data and make commitments.
 *
 * @param name as the tenant calls it, such as {@code Fachbereich 8, Grünflächen und Umwelt}
 */
public record Department(String id, TenantId tenant, String name) {}

package org.allmende.registration;

import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who wants to come.
 *
 * @param email where the person is told; has to be confirmed
 * @param municipality null for one that is not here
 * @param people how many come together
 * @param answers to what the thing asks
 */
public record NewRegistration(
    String name,
    String email,
    @Nullable TenantId municipality,
    @Nullable String department,
    int people,
    GivenAnswers answers) {}

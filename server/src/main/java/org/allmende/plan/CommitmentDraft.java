package org.allmende.plan;

import java.time.LocalDate;
import org.allmende.base.id.Origin;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.TenantId;
import org.allmende.tenant.Department;
import org.jspecify.annotations.Nullable;

/**
 * A commitment about to be made.
 *
 * @param origin what it is for; its reference is required
 * @param owner the responsible function, public
 * @param officer the person who does it, internal
 */
public record CommitmentDraft(
    TenantId tenant,
    Origin origin,
    Department department,
    String owner,
    @Nullable PersonId officer,
    LocalDate dueOn,
    @Nullable String text) {}

package org.allmende.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a commitment's public log.
 *
 * @param state the step reached, null if the line is about something else
 * @param note what was said, null if nothing
 * @param dueBefore the due date given up, null if it was not moved
 * @param dueAfter the due date promised instead, null if it was not moved
 */
public record Progress(
    String id,
    String commitment,
    Instant at,
    @Nullable CommitmentState state,
    @Nullable String note,
    @Nullable LocalDate dueBefore,
    @Nullable LocalDate dueAfter) {}

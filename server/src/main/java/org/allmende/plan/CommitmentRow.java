package org.allmende.plan;

import org.allmende.base.web.PagePart;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as a list shows it.
 *
 * @param days days to the due date, negative when late
 * @param last the newest line of its log
 * @param reasoned whether its lateness was explained in the log
 */
record CommitmentRow(
    Commitment commitment,
    long days,
    int waiting,
    @Nullable Progress last,
    boolean reasoned,
    @Nullable String fulfilUrl,
    @Nullable PagePart story) {}

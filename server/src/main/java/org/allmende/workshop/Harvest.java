package org.allmende.workshop;

import java.time.Instant;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.board.NoteId;
import org.jspecify.annotations.Nullable;

/**
 * What a note became.
 *
 * @param text the wording, mended by the facilitator if need be; the note keeps its own
 * @param topic id of the entry of the Musterdatenkatalog a person chose, null if none
 * @param tenant whom it belongs to
 * @param target the wish or potential it became or joined, null for the kinds that stay in the
 *     workshop
 * @param mergedInto the note it means the same as, null if it stands for itself
 */
public record Harvest(
    NoteId note,
    WorkshopId workshop,
    HarvestKind kind,
    String text,
    @Nullable String topic,
    TenantId tenant,
    @Nullable Ref target,
    @Nullable NoteId mergedInto,
    Instant at) {}

package org.allmende.workshop;

import java.util.List;
import org.allmende.base.id.TenantId;
import org.allmende.board.NoteId;
import org.allmende.catalog.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * What a facilitator says a note is.
 *
 * @param text the mended wording, null to keep the note's own
 * @param topic chosen by the facilitator, null for none
 * @param tenant whom it belongs to, null for the municipality its author named
 * @param same other notes that mean the same and go with it
 */
public record Verdict(
    HarvestKind kind,
    @Nullable String text,
    @Nullable TopicId topic,
    @Nullable TenantId tenant,
    List<NoteId> same) {}

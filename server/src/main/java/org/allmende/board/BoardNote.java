package org.allmende.board;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A note with all that is known of it, for the module the board belongs to; never for readers of
 * the board.
 *
 * @param phase the key of the phase its zone belongs to
 * @param author null once the person was erased
 * @param dots the dots of all people in all phases
 * @param marks what stands on it beside its words
 * @param stackedOn the note it lies on, null outside a stack
 */
public record BoardNote(
    NoteId id,
    BoardId board,
    ZoneId zone,
    String zoneTitle,
    String phase,
    String phaseTitle,
    String text,
    Hat hat,
    @Nullable PersonId author,
    int dots,
    @Nullable NoteId stackedOn,
    NoteMarks marks,
    Instant at) {}

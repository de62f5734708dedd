package org.allmende.wish;

import java.time.Instant;
import org.allmende.base.id.Origin;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A workshop note that becomes a wish or a potential, or joins one.
 *
 * @param tenant the one its author named; the wish or potential becomes that tenant's
 * @param host the tenant that runs the workshop
 * @param workshop title, address and reference of the workshop
 * @param note the note's own reference; a note is harvested once
 * @param slip what the note says
 * @param text the wording of the wish or the title of the potential, mended by the facilitator if
 *     need be
 * @param topic id of the entry of the Musterdatenkatalog, chosen by a person
 * @param author who wrote it, to be told what becomes of it; null if unknown
 * @param pseudonym how the author is shown
 * @param phase title of the phase in which it was written
 */
public record HarvestedNote(
    TenantId tenant,
    TenantId host,
    Origin workshop,
    Ref note,
    String slip,
    String text,
    @Nullable String topic,
    Hat hat,
    @Nullable PersonId author,
    String pseudonym,
    String phase,
    int dots,
    Instant writtenAt) {

  Slip toSlip() {
    return new Slip(note, slip, hat, author, pseudonym, phase, dots, writtenAt);
  }
}

package org.allmende.board;

import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A note of another board that is brought along to this one.
 *
 * @param author null once the person was erased
 * @param origin where it comes from; stands below it as a reply of nobody
 */
public record BroughtNote(String text, Hat hat, @Nullable PersonId author, String origin) {}

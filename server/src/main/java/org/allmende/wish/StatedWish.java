package org.allmende.wish;

import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A wish as somebody states it on the public form.
 *
 * @param wisher known by login or mail address; null for somebody who left neither
 * @param submission makes a repeated sending count once
 */
public record StatedWish(Need need, @Nullable PersonId wisher, @Nullable String submission) {}

package org.allmende.base.id;

import org.jspecify.annotations.Nullable;

/** How a higher thing hands itself down as a value: what it is called, where it is, what it is. */
public record Origin(String title, String url, @Nullable Ref ref) {}

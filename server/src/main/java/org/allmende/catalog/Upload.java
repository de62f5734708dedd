package org.allmende.catalog;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that has come in.
 *
 * @param name as it was called where it came from
 * @param content where it lies for the moment
 * @param submission key under which a repeated sending counts once
 */
public record Upload(String name, Path content, @Nullable String submission) {}

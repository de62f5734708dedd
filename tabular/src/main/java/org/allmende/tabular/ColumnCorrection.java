package org.allmende.tabular;

import org.jspecify.annotations.Nullable;

/**
 * What a person decided otherwise about one column. Whatever is null is decided from the file; a
 * type without a fitting format gets the format that fits most values.
 *
 * @param position from 1, in the file
 * @param name new name
 * @param type new type
 * @param format new way of writing; without a type it also sets the type
 * @param dropped true: leave it out; false: keep it; null: decided from the file
 */
public record ColumnCorrection(
    int position,
    @Nullable String name,
    @Nullable ColumnType type,
    @Nullable ValueFormat format,
    @Nullable Boolean dropped) {}

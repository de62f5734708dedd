package org.allmende.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a dataset. All but the title may be missing until it is submitted.
 *
 * @param description what the rows are, for somebody who does not know the office
 * @param department id of the department that holds it
 * @param license short name of a {@link License}
 * @param attribution how the source is to be named, where the licence demands it
 * @param from first day the content is about
 * @param to last day the content is about
 */
public record Metadata(
    String title,
    String description,
    @Nullable TopicId topic,
    @Nullable String department,
    @Nullable String license,
    @Nullable Contact contact,
    @Nullable String attribution,
    @Nullable Rhythm rhythm,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<String> keywords) {

  public Metadata {
    keywords = List.copyOf(keywords);
  }
}

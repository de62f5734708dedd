package org.allmende.base.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of the API.
 *
 * @param next where the list goes on, or null at its end
 */
public record Listing<T>(List<T> items, @Nullable String next) {

  public static <T> Listing<T> of(List<T> items) {
    return new Listing<>(items, null);
  }

  public static <T> Listing<T> of(List<T> items, @Nullable String next) {
    return new Listing<>(items, next);
  }
}

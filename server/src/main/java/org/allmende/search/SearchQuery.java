package org.allmende.search;

import java.util.Set;
import org.allmende.base.id.TenantId;

/**
 * A question to the index.
 *
 * @param text what was typed; empty asks for the newest
 * @param tenants whose things to look through, empty for all
 * @param kinds what kinds of things, empty for all
 * @param inside tenants whose internal things the asking person may see
 * @param limit how many hits at most
 * @param offset how many to leave out first
 */
public record SearchQuery(
    String text,
    Set<TenantId> tenants,
    Set<String> kinds,
    Set<TenantId> inside,
    int limit,
    int offset) {

  private static final int USUAL_LIMIT = 20;

  public SearchQuery {
    text = text.substring(0, Math.min(text.length(), SearchIndex.LONGEST_QUESTION));
  }

  /** Asks for public things of all tenants and kinds. */
  public static SearchQuery of(String text) {
    return new SearchQuery(text, Set.of(), Set.of(), Set.of(), USUAL_LIMIT, 0);
  }

  /** The same question to the things of these tenants only. */
  public SearchQuery within(Set<TenantId> some) {
    return new SearchQuery(text, some, kinds, inside, limit, offset);
  }

  /** The same question for these kinds only. */
  public SearchQuery kinds(Set<String> some) {
    return new SearchQuery(text, tenants, some, inside, limit, offset);
  }

  /** The same question, asked by somebody who may see the internal things of these tenants. */
  public SearchQuery seeingInside(Set<TenantId> some) {
    return new SearchQuery(text, tenants, kinds, some, limit, offset);
  }

  /** Another stretch of the answers. */
  public SearchQuery page(int from, int count) {
    return new SearchQuery(text, tenants, kinds, inside, count, from);
  }
}

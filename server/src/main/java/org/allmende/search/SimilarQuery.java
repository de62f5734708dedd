package org.allmende.search;

import java.util.Set;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Asks what could answer a text, such as a wish.
 *
 * @param text the text
 * @param topic the topic a person chose for it, null if none
 * @param theme the theme of that topic
 * @param tenant who is asking: its own internal things count too
 * @param neighbours tenants nearby
 * @param kinds the kinds of things that could be an answer
 * @param limit how many at most
 */
public record SimilarQuery(
    String text,
    @Nullable String topic,
    @Nullable String theme,
    TenantId tenant,
    Set<TenantId> neighbours,
    Set<String> kinds,
    int limit) {

  private static final int USUAL_LIMIT = 5;

  public SimilarQuery {
    text = text.substring(0, Math.min(text.length(), SearchIndex.LONGEST_QUESTION));
  }

  /** Asks for the five likeliest things of these kinds, knowing no topic and no neighbours. */
  public static SimilarQuery of(String text, TenantId tenant, Set<String> kinds) {
    return new SimilarQuery(text, null, null, tenant, Set.of(), kinds, USUAL_LIMIT);
  }

  /** The same question, the text being about a topic of a theme, or about none. */
  public SimilarQuery about(@Nullable String topicId, @Nullable String themeId) {
    return new SimilarQuery(text, topicId, themeId, tenant, neighbours, kinds, limit);
  }

  /** The same question with the tenants nearby. */
  public SimilarQuery near(Set<TenantId> tenants) {
    return new SimilarQuery(text, topic, theme, tenant, tenants, kinds, limit);
  }

  /** The same question for another number of answers. */
  public SimilarQuery limit(int count) {
    return new SimilarQuery(text, topic, theme, tenant, neighbours, kinds, count);
  }
}

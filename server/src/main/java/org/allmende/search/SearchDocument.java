package org.allmende.search;

import java.time.Instant;
import java.util.List;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows of a thing: what its owner says can be found by whom.
 *
 * @param ref the thing
 * @param tenant its owner
 * @param visibility who may find it
 * @param title its title in plain words
 * @param text what else it says, without markup
 * @param columns the columns of its table, if it has one
 * @param lang language of the text, such as {@code de}
 * @param url address of its page, from the root of the site
 * @param topic id of its topic
 * @param theme id of the topic's theme
 * @param at when it last changed
 */
public record SearchDocument(
    Ref ref,
    TenantId tenant,
    Visibility visibility,
    String title,
    String text,
    List<String> columns,
    String lang,
    String url,
    @Nullable String topic,
    @Nullable String theme,
    Instant at) {

  /** Who may find a thing. */
  public enum Visibility {
    /** Everybody. */
    PUBLIC,
    /** The staff of the tenant that owns it. */
    INTERNAL
  }

  public SearchDocument {
    columns = List.copyOf(columns);
  }

  /** A public German document with nothing but a title. */
  public static SearchDocument of(Ref ref, TenantId tenant, String title, String url, Instant at) {
    return new SearchDocument(
        ref, tenant, Visibility.PUBLIC, title, "", List.of(), "de", url, null, null, at);
  }

  /** The same document, seen by those who may. */
  public SearchDocument seenBy(Visibility who) {
    return new SearchDocument(ref, tenant, who, title, text, columns, lang, url, topic, theme, at);
  }

  /** The same document with more to say. */
  public SearchDocument saying(String more) {
    return new SearchDocument(
        ref, tenant, visibility, title, more, columns, lang, url, topic, theme, at);
  }

  /** The same document with the columns of its table. */
  public SearchDocument withColumns(List<String> titles) {
    return new SearchDocument(
        ref, tenant, visibility, title, text, titles, lang, url, topic, theme, at);
  }

  /** The same document about a topic of a theme, or about none. */
  public SearchDocument about(@Nullable String topicId, @Nullable String themeId) {
    return new SearchDocument(
        ref, tenant, visibility, title, text, columns, lang, url, topicId, themeId, at);
  }

  /** The same document in another language. */
  public SearchDocument in(String language) {
    return new SearchDocument(
        ref, tenant, visibility, title, text, columns, language, url, topic, theme, at);
  }
}

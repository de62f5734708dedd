package org.allmende.wish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.catalog.Topic;
import org.allmende.catalog.TopicId;
import org.allmende.catalog.Topics;
import org.allmende.search.Likeness;
import org.allmende.search.Search;
import org.allmende.search.SimilarQuery;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What may answer a wish, and which wishes may be equal: offered with reasons, decided by people.
 */
@Component
class Suggestions {

  private static final int OFFERED = 6;
  private static final int EQUALS = 4;

  private final Search search;
  private final Topics topics;
  private final Tenants tenants;
  private final Texts texts;

  Suggestions(Search search, Topics topics, Tenants tenants, Texts texts) {
    this.search = search;
    this.topics = topics;
    this.tenants = tenants;
    this.texts = texts;
  }

  /**
   * Something that may answer the wish.
   *
   * @param kind potential, dataset, or wish for an equal one
   * @param score how likely, 0 to 100
   * @param reasons why it is offered, in the reader's language
   */
  record Suggestion(
      String kind,
      String id,
      TenantId tenant,
      String tenantName,
      String title,
      String url,
      int score,
      List<String> reasons) {

    Ref ref() {
      return new Ref(kind, id);
    }
  }

  /** Potentials of all departments and datasets of all tenants; empty if nothing fits. */
  List<Suggestion> answers(Wish wish, Locale locale) {
    search.catchUp();
    return similar(wish, Set.of("potential", "dataset"), OFFERED, locale);
  }

  /** Wishes told to the same carrier that may mean the same. */
  List<Suggestion> equals(Wish wish, Locale locale) {
    return similar(wish, Set.of("wish"), EQUALS * 2, locale).stream()
        .filter(
            other -> !other.id().equals(wish.id().value()) && wish.carrier().equals(other.tenant()))
        .limit(EQUALS)
        .toList();
  }

  private List<Suggestion> similar(Wish wish, Set<String> kinds, int limit, Locale locale) {
    Need need = wish.need();
    Topic topic = topic(need.topic());
    String text =
        String.join(
            "\n",
            List.of(need.text(), or(need.purpose()), or(need.problem()), or(need.question())));
    SimilarQuery query =
        SimilarQuery.of(text, wish.carrier(), kinds)
            .about(need.topic(), topic == null ? null : topic.theme().id())
            .limit(limit);
    Map<TenantId, String> names =
        tenants.all().stream().collect(Collectors.toMap(Tenant::id, Tenant::name));
    return search.similar(query).stream().map(found -> suggestion(found, names, locale)).toList();
  }

  private Suggestion suggestion(Likeness found, Map<TenantId, String> names, Locale locale) {
    return new Suggestion(
        found.ref().kind(),
        found.ref().id(),
        found.tenant(),
        names.getOrDefault(found.tenant(), found.tenant().slug()),
        found.title(),
        found.url(),
        (int) Math.round(found.score() * 100),
        found.reasons().stream().map(reason -> texts.of(locale, reason)).toList());
  }

  /** What a steward chose, with the reasons it was offered for, if it was. */
  Decisions.Choice choice(
      Wish wish, Ref target, MatchKind kind, @Nullable String gap, Locale locale) {
    return answers(wish, locale).stream()
        .filter(offered -> offered.ref().equals(target))
        .findFirst()
        .map(offered -> new Decisions.Choice(target, kind, gap, offered.score(), offered.reasons()))
        .orElseGet(() -> new Decisions.Choice(target, kind, gap, null, List.of()));
  }

  private @Nullable Topic topic(@Nullable String id) {
    return id == null ? null : topics.find(new TopicId(id)).orElse(null);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}

package org.allmende.wish;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.PagePart;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Topic;
import org.allmende.catalog.TopicId;
import org.allmende.catalog.Topics;
import org.allmende.comment.Comments;
import org.allmende.notify.Following;
import org.allmende.plan.Commitment;
import org.allmende.search.Search;
import org.allmende.search.SearchQuery;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What readers see: the list with its filter, and one wish with all that belongs to it. */
@Component
class WishLists {

  private static final int FOUND = 200;
  private static final int ALIKE = 3;

  private final WishListStore store;
  private final WishRows rows;
  private final Threads threads;
  private final Priorities priorities;
  private final Following following;
  private final Comments comments;
  private final Search search;
  private final Topics topics;
  private final Tenants tenants;
  private final Clock clock;

  WishLists(
      WishListStore store,
      WishRows rows,
      Threads threads,
      Priorities priorities,
      Following following,
      Comments comments,
      Search search,
      Topics topics,
      Tenants tenants,
      Clock clock) {
    this.store = store;
    this.rows = rows;
    this.threads = threads;
    this.priorities = priorities;
    this.following = following;
    this.comments = comments;
    this.search = search;
    this.topics = topics;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * One page of the list.
   *
   * @param facets how many wishes each choice of the filter has, as {@code mark:wanted → 32}
   * @param topics the names of the topics that occur
   */
  record ListView(
      WishFilter filter,
      List<WishRow> rows,
      int total,
      Map<String, Integer> facets,
      Map<String, String> topics) {

    int last() {
      return Math.max(1, (total + WishFilter.PAGE - 1) / WishFilter.PAGE);
    }

    int facet(String key) {
      return facets.getOrDefault(key, 0);
    }
  }

  @Transactional(readOnly = true)
  public ListView list(TenantId tenant, WishFilter filter, Viewer viewer) {
    LocalDate today = LocalDate.now(clock);
    Set<String> found = found(tenant, filter.words());
    Map<String, Integer> facets = store.facets(tenant, filter, today, found);
    return new ListView(
        filter,
        rows.of(store.page(tenant, filter, today, found), viewer.locale()),
        store.count(tenant, filter, today, found),
        facets,
        topicNames(facets, viewer.locale()));
  }

  /** What the index finds beyond the very letters. */
  private Set<String> found(TenantId tenant, String words) {
    if (words.isBlank()) {
      return Set.of();
    }
    SearchQuery query =
        SearchQuery.of(words).within(Set.of(tenant)).kinds(Set.of("wish")).page(0, FOUND);
    return search.find(query).hits().stream()
        .map(hit -> hit.ref().id())
        .collect(Collectors.toSet());
  }

  private Map<String, String> topicNames(Map<String, Integer> facets, Locale locale) {
    return facets.keySet().stream()
        .filter(key -> key.startsWith("topic:"))
        .map(key -> topics.find(new TopicId(key.substring("topic:".length()))))
        .flatMap(java.util.Optional::stream)
        .collect(Collectors.toMap(topic -> topic.id().slug(), topic -> topic.label(locale)));
  }

  /**
   * A wish with all that belongs to it.
   *
   * @param topic its topic in the reader's language
   * @param alike wishes of other tenants about the same
   * @param comments what is said below it
   */
  record ShowView(
      Wish wish,
      WishRow row,
      ThreadView thread,
      List<Step> questions,
      @Nullable Commitment commitment,
      @Nullable Topic topic,
      @Nullable Rank rank,
      List<Alike> alike,
      boolean follows,
      PagePart comments) {

    /** The question nobody answered yet. */
    @Nullable Step openQuestion() {
      return Step.openQuestion(questions).orElse(null);
    }
  }

  /** The same wish of another town. */
  record Alike(String town, WishRow row) {}

  /** Which place of how many the wish has on the list of priorities. */
  record Rank(int place, int of) {}

  @Transactional(readOnly = true)
  public ShowView show(TenantId tenant, Wish wish, Viewer viewer) {
    Threads.Facts facts = threads.facts(wish);
    String topic = wish.need().topic();
    return new ShowView(
        wish,
        rows.of(List.of(wish), viewer.locale()).getFirst(),
        threads.view(facts, viewer.locale()),
        facts.steps().stream()
            .filter(step -> step.kind() == StepKind.ASKED || step.kind() == StepKind.ANSWERED)
            .toList(),
        facts.commitments().isEmpty() ? null : facts.commitments().getLast(),
        topic == null ? null : topics.find(new TopicId(topic)).orElse(null),
        priorities.rank(wish).orElse(null),
        topic == null ? List.of() : alike(tenant, topic, viewer.locale()),
        viewer.person() != null && following.follows(viewer.person(), wish.id().ref()),
        comments.on(WishDiscussions.of(wish)));
  }

  private List<Alike> alike(TenantId tenant, String topic, Locale locale) {
    Map<TenantId, String> names =
        tenants.all().stream().collect(Collectors.toMap(Tenant::id, Tenant::name));
    return rows.of(store.alikeElsewhere(tenant, topic, ALIKE), locale).stream()
        .map(row -> new Alike(names.getOrDefault(row.tenant(), row.tenant().slug()), row))
        .toList();
  }
}

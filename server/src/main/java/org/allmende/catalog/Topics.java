package org.allmende.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.allmende.base.id.TenantId;
import org.allmende.search.GermanText;
import org.allmende.search.Synonyms;
import org.allmende.search.Word;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The topics of the Musterdatenkatalog, and which of them may fit a text. People choose; nothing is
 * assigned here.
 */
@Component
public class Topics {

  private static final int REMEMBERED = 5_000;

  private record Learned(long mark, LearnedChoices choices) {}

  private final TopicTable table;
  private final TopicSuggester suggester;
  private final TopicChoiceStore store;
  private final Synonyms synonyms;
  private final Tenants tenants;
  private volatile Learned learned = new Learned(0, new LearnedChoices(List.of()));

  Topics(
      TopicTable table,
      TopicWords words,
      TopicChoiceStore store,
      Synonyms synonyms,
      Tenants tenants) {
    this.table = table;
    this.suggester = new TopicSuggester(table, words);
    this.store = store;
    this.synonyms = synonyms;
    this.tenants = tenants;
  }

  /** All 242 topics, in the order of their IRIs. */
  public List<Topic> all() {
    return table.topics();
  }

  /** The 26 themes, in the order of their IRIs. */
  public List<Theme> themes() {
    return table.themes();
  }

  /** The topics of each theme. */
  public Map<Theme, List<Topic>> byTheme() {
    return all().stream()
        .collect(
            Collectors.groupingBy(
                Topic::theme, LinkedHashMap::new, Collectors.toUnmodifiableList()));
  }

  /** The topic of an id, as taken from a form or an address. */
  public Optional<Topic> find(TopicId id) {
    return Optional.ofNullable(table.find(id));
  }

  /** The topic of an IRI, as found in the data of others. */
  public Optional<Topic> findByUri(String uri) {
    return all().stream().filter(topic -> topic.uri().equals(uri)).findFirst();
  }

  /**
   * The topics that may fit a text of the tenant, the best first, each with a reason; none if no
   * word tells anything.
   */
  @Transactional(readOnly = true)
  public List<TopicSuggestion> suggest(TenantId tenant, String text, int limit) {
    return suggester.suggest(text, limit, synonyms.of(tenant), learned(), this::name);
  }

  /**
   * Remembers that a person of the tenant chose a topic for a text: its telling words, not the
   * text.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void chosen(TenantId tenant, String text, TopicId topic) {
    TreeSet<String> words = new TreeSet<>();
    for (Word word : GermanText.words(text)) {
      words.add(word.surface());
    }
    if (!words.isEmpty() && table.find(topic) != null) {
      store.add(tenant, topic, String.join(" ", words));
    }
  }

  private LearnedChoices learned() {
    Learned current = learned;
    long mark = store.mark(REMEMBERED);
    if (mark != current.mark()) {
      current = new Learned(mark, new LearnedChoices(store.latest(REMEMBERED)));
      learned = current;
    }
    return current.choices();
  }

  private String name(TenantId tenant) {
    return tenants.find(tenant).map(Tenant::name).orElse(tenant.slug());
  }
}

package org.allmende.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.allmende.base.id.Ids;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The everyday words and what offices call them: those that come with the product, for the whole
 * installation, and those that stewards add for their tenant.
 */
@Component
public class Synonyms {

  private static final int LONGEST = 60;

  private final SynonymStore store;
  private volatile List<Synonym> known = List.of();
  private volatile Thesaurus everywhere = new Thesaurus(Thesaurus.shipped());
  private volatile long version = -1;
  private final Map<TenantId, Thesaurus> byTenant = new ConcurrentHashMap<>();

  Synonyms(SynonymStore store) {
    this.store = store;
  }

  /** The synonyms that hold for the whole installation. */
  public Thesaurus everywhere() {
    return everywhere;
  }

  /** The synonyms of the installation and of the tenant. */
  public Thesaurus of(TenantId tenant) {
    return byTenant.computeIfAbsent(tenant, this::thesaurus);
  }

  /** The synonyms of the tenant's own, by word. */
  @Transactional(readOnly = true)
  public List<Synonym> list(TenantId tenant) {
    return store.active().stream().filter(synonym -> tenant.equals(synonym.tenant())).toList();
  }

  /** The synonyms of the whole installation, by word. */
  @Transactional(readOnly = true)
  public List<Synonym> listEverywhere() {
    return store.active().stream().filter(synonym -> synonym.tenant() == null).toList();
  }

  /**
   * Adds a synonym for the tenant; one that is there stays as it is.
   *
   * @throws Problem 422 if one of the words says nothing or is too long
   */
  @Transactional
  public void add(TenantId tenant, String word, String means) {
    String said = checked(word);
    String meant = checked(means);
    store.add(Ids.next(), tenant, said, meant);
  }

  /** Takes a synonym of the tenant out of use; one of somebody else's stays. */
  @Transactional
  public void remove(TenantId tenant, String id) {
    store.deactivate(tenant, id);
  }

  /** Brings this node to what the database says; seeds it with the shipped ones the first time. */
  synchronized void refresh() {
    if (version < 0) {
      store.seed(Thesaurus.shipped());
    }
    long current = store.version();
    if (current != version) {
      known = store.active();
      everywhere =
          new Thesaurus(
              entries(known.stream().filter(synonym -> synonym.tenant() == null).toList()));
      byTenant.clear();
      version = current;
    }
  }

  private Thesaurus thesaurus(TenantId tenant) {
    List<Synonym> own = new ArrayList<>();
    for (Synonym synonym : known) {
      if (synonym.tenant() == null || synonym.tenant().equals(tenant)) {
        own.add(synonym);
      }
    }
    return own.isEmpty() ? everywhere : new Thesaurus(entries(own));
  }

  private static List<Thesaurus.Entry> entries(List<Synonym> synonyms) {
    return synonyms.stream()
        .map(synonym -> new Thesaurus.Entry(synonym.word(), synonym.means()))
        .toList();
  }

  private static String checked(String word) {
    String trimmed = word.strip();
    if (trimmed.length() > LONGEST || GermanText.words(trimmed).isEmpty()) {
      throw Problem.invalid("search.synonym.empty", LONGEST);
    }
    return trimmed;
  }
}

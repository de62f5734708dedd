package org.allmende.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.allmende.base.audit.Audit;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The everyday words and what offices call them: those that come with the product, for the whole
 * installation, and those that stewards add for their tenant.
 */
@Component
public class Synonyms {

  static final int LONGEST = 60;

  private final SynonymStore store;
  private final Audit audit;
  private volatile List<Synonym> known = List.of();
  private volatile Map<TenantId, Set<String>> off = Map.of();
  private volatile Thesaurus everywhere = new Thesaurus(Thesaurus.shipped());
  private volatile long version = -1;
  private final Map<TenantId, Thesaurus> byTenant = new ConcurrentHashMap<>();

  Synonyms(SynonymStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
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

  /** The ids of those of the whole installation that the tenant does without. */
  @Transactional(readOnly = true)
  public Set<String> off(TenantId tenant) {
    return Set.copyOf(store.off().getOrDefault(tenant, Set.of()));
  }

  /**
   * Adds a synonym for the tenant; one that is there stays as it is. Returns it as it stands.
   *
   * @throws Problem 422 if one of the words says nothing or is too long
   */
  @Transactional
  public Synonym add(TenantId tenant, String word, String means, Viewer steward) {
    steward.require(tenant, Role.STEWARD);
    return put(tenant, word, means, steward);
  }

  /** Adds a synonym for the whole installation. */
  @Transactional
  public void addEverywhere(String word, String means, Viewer operator) {
    operator.requireOperator();
    put(null, word, means, operator);
  }

  private Synonym put(@Nullable TenantId tenant, String word, String means, Viewer by) {
    Synonym added = store.add(Ids.next(), tenant, checked(word), checked(means));
    done(tenant, by, "synonym.add", added.id());
    return added;
  }

  /**
   * Takes a synonym of the tenant out of use.
   *
   * @throws Problem 404 if the tenant has none of that id
   */
  @Transactional
  public void remove(TenantId tenant, String id, Viewer steward) {
    steward.require(tenant, Role.STEWARD);
    known(store.deactivate(tenant, id));
    done(tenant, steward, "synonym.remove", id);
  }

  /** Takes one of the whole installation out of use. */
  @Transactional
  public void removeEverywhere(String id, Viewer operator) {
    operator.requireOperator();
    known(store.deactivate(null, id));
    done(null, operator, "synonym.remove", id);
  }

  /** Does without one of the whole installation, for the tenant alone. */
  @Transactional
  public void switchOff(TenantId tenant, String id, Viewer steward) {
    steward.require(tenant, Role.STEWARD);
    known(store.turn(tenant, id, true));
    done(tenant, steward, "synonym.off", id);
  }

  /** Wants one of the whole installation again. */
  @Transactional
  public void switchOn(TenantId tenant, String id, Viewer steward) {
    steward.require(tenant, Role.STEWARD);
    known(store.turn(tenant, id, false));
    done(tenant, steward, "synonym.on", id);
  }

  private void done(@Nullable TenantId tenant, Viewer by, String action, String id) {
    audit.record(tenant, by, action, new Ref("synonym", id));
  }

  private static void known(boolean found) {
    if (!found) {
      throw Problem.notFound("search.synonym.notFound");
    }
  }

  /** Brings this node to what the database says; seeds it with the shipped ones the first time. */
  synchronized void refresh() {
    if (version < 0) {
      store.seed(Thesaurus.shipped());
    }
    long current = store.version();
    if (current != version) {
      known = store.active();
      off = store.off();
      everywhere =
          new Thesaurus(
              entries(known.stream().filter(synonym -> synonym.tenant() == null).toList()));
      byTenant.clear();
      version = current;
    }
  }

  private Thesaurus thesaurus(TenantId tenant) {
    List<Synonym> own = new ArrayList<>();
    Set<String> unwanted = off.getOrDefault(tenant, Set.of());
    for (Synonym synonym : known) {
      boolean mine = synonym.tenant() == null || synonym.tenant().equals(tenant);
      if (mine && !unwanted.contains(synonym.id())) {
        own.add(synonym);
      }
    }
    return version < 0 ? everywhere : new Thesaurus(entries(own));
  }

  private static List<Thesaurus.Entry> entries(List<Synonym> synonyms) {
    return synonyms.stream()
        .map(synonym -> new Thesaurus.Entry(synonym.word(), synonym.means()))
        .toList();
  }

  /** Whether a word means something by itself. */
  static boolean says(String word) {
    return !GermanText.words(word).isEmpty();
  }

  private static String checked(String word) {
    String trimmed = word.strip();
    if (trimmed.length() > LONGEST || !says(trimmed)) {
      throw Problem.invalid("search.synonym.empty", LONGEST);
    }
    return trimmed;
  }
}

package org.allmende.tenant;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.allmende.base.audit.Audit;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tenants of the installation and their departments. */
@Component
public class Tenants {

  /** First path segments that belong to the installation. */
  private static final Set<String> RESERVED =
      Set.of(
          "account",
          "api",
          "assets",
          "base",
          "catalog",
          "confirm",
          "data",
          "demo",
          "error",
          "favicon",
          "figures",
          "follow",
          "health",
          "inbox",
          "invitations",
          "join",
          "legal",
          "lizenzen",
          "login",
          "logout",
          "messages",
          "metrics",
          "operator",
          "private",
          "registrations",
          "search",
          "setup",
          "static",
          "subscriptions",
          "unsubscribe",
          "vendor",
          "www");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final TenantStore store;
  private final Audit audit;

  Tenants(TenantStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  public Optional<Tenant> find(TenantId id) {
    return store.find(id);
  }

  /**
   * The tenant of a slug taken from an address or a form.
   *
   * @throws Problem 404 if there is none
   */
  public Tenant get(String slug) {
    return TenantId.isSlug(slug) ? get(new TenantId(slug)) : unknown();
  }

  /**
   * The tenant of the id.
   *
   * @throws Problem 404 if there is none
   */
  public Tenant get(TenantId id) {
    return find(id).orElseGet(Tenants::unknown);
  }

  private static Tenant unknown() {
    throw Problem.notFound("tenant.notFound");
  }

  /** Those that are at work, by name; a removed one is left as a name only. */
  public List<Tenant> active() {
    return store.active();
  }

  /** Whether the tenant is at work. */
  public boolean isActive(TenantId id) {
    return store.findActive(id).isPresent();
  }

  /**
   * The tenant of a slug, which has to be at work.
   *
   * @throws Problem 404 if there is none; 410 if it was removed
   */
  Tenant getActive(String slug) {
    if (!TenantId.isSlug(slug)) {
      return unknown();
    }
    TenantId id = new TenantId(slug);
    return store
        .findActive(id)
        .orElseGet(() -> {
          if (store.find(id).isPresent()) {
            throw Problem.gone("tenant.removed");
          }
          return unknown();
        });
  }

  /** All tenants by name, removed ones, too, for saying their names. */
  public List<Tenant> all() {
    return store.all();
  }

  /**
   * Creates a tenant.
   *
   * @throws Problem 409 if the slug is taken or reserved
   */
  @Transactional
  public Tenant create(Tenant tenant, Viewer operator) {
    if (RESERVED.contains(tenant.slug()) || !store.insert(tenant)) {
      throw Problem.conflict("tenant.slug.taken", tenant.slug());
    }
    audit.record(tenant.id(), operator, "tenant.create", new Ref("tenant", tenant.slug()));
    return tenant;
  }

  /** Changes name, look and facts of a tenant; the slug stays. */
  @Transactional
  public void change(Tenant tenant, Viewer admin) {
    store.update(tenant);
    audit.record(tenant.id(), admin, "tenant.change", new Ref("tenant", tenant.slug()));
  }

  /** The departments of a tenant, in the order of their names. */
  public List<Department> departments(TenantId tenant) {
    return store.departments(tenant);
  }

  public Optional<Department> department(TenantId tenant, String id) {
    return store.department(tenant, id);
  }

  /** Those departments of several tenants that have one of the ids. */
  public List<Department> departments(Collection<TenantId> tenants, Collection<String> ids) {
    return store.departments(tenants, ids);
  }

  /**
   * The department a program or a guest means: named in full, or by words that only one department
   * has, such as {@code Fachbereich 8} for {@code Fachbereich 8, Grünflächen und Umwelt}.
   */
  public Optional<Department> departmentNamed(TenantId tenant, String name) {
    List<Department> all = store.departments(tenant);
    Optional<Department> exact =
        all.stream()
            .filter(department -> department.name().equalsIgnoreCase(name.strip()))
            .findFirst();
    if (exact.isPresent()) {
      return exact;
    }
    Set<String> asked = words(name);
    List<Department> meant =
        all.stream()
            .filter(department -> !asked.isEmpty() && words(department.name()).containsAll(asked))
            .toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  private static Set<String> words(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.GERMAN))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  /**
   * Adds a department.
   *
   * @throws Problem 409 if the tenant has one of that name
   */
  @Transactional
  public Department addDepartment(TenantId tenant, String name, Viewer admin) {
    var department = new Department(Ids.next(), tenant, name);
    if (!store.insert(department)) {
      throw Problem.conflict("tenant.department.taken", name);
    }
    audit.record(tenant, admin, "department.add", new Ref("department", department.id()));
    return department;
  }
}

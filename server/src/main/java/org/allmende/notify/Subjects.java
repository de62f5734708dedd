package org.allmende.notify;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.tenant.Department;
import org.allmende.tenant.Place;
import org.allmende.tenant.Places;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What one can subscribe to: a tenant as a whole, its departments and places, and what modules
 * above know.
 */
@Component
class Subjects {

  private final Tenants tenants;
  private final Places places;
  private final Texts texts;
  private final ObjectProvider<SubjectTitles> titles;

  Subjects(Tenants tenants, Places places, Texts texts, ObjectProvider<SubjectTitles> titles) {
    this.tenants = tenants;
    this.places = places;
    this.texts = texts;
    this.titles = titles;
  }

  /** The subject a form names, if the tenant has it. */
  Optional<Ref> read(Tenant tenant, String given) {
    if (given.isEmpty()) {
      return Optional.of(all(tenant));
    }
    int colon = given.indexOf(':');
    if (colon < 1 || colon == given.length() - 1) {
      return Optional.empty();
    }
    Ref subject = Ref.parse(given);
    return title(tenant, subject, Locale.GERMAN).map(title -> subject);
  }

  static Ref all(Tenant tenant) {
    return new Ref("tenant", tenant.slug());
  }

  /** What it is called; empty if the tenant has no such subject (any more). */
  Optional<String> title(Tenant tenant, Ref subject, Locale locale) {
    return title(
        tenant,
        subject,
        locale,
        id -> tenants.department(tenant.id(), id),
        id -> places.find(tenant.id(), id));
  }

  /** The same for many at once, of any of the tenants, with as many statements as for one. */
  Titles titles(Collection<TenantId> of, Collection<Ref> subjects) {
    List<String> ids = subjects.stream().map(Ref::id).distinct().toList();
    Map<String, Department> departments = new HashMap<>();
    tenants.departments(of, ids).forEach(found -> departments.put(found.id(), found));
    Map<String, Place> named = new HashMap<>();
    places.find(of, ids).forEach(found -> named.put(found.id(), found));
    return (tenant, subject, locale) ->
        title(
            tenant,
            subject,
            locale,
            id ->
                Optional.ofNullable(departments.get(id))
                    .filter(department -> department.tenant().equals(tenant.id())),
            id ->
                Optional.ofNullable(named.get(id))
                    .filter(place -> place.tenant().equals(tenant.id())));
  }

  /** What subjects are called that were looked up before. */
  @FunctionalInterface
  interface Titles {
    Optional<String> of(Tenant tenant, Ref subject, Locale locale);
  }

  private Optional<String> title(
      Tenant tenant,
      Ref subject,
      Locale locale,
      Function<String, Optional<Department>> departments,
      Function<String, Optional<Place>> places) {
    return switch (subject.kind()) {
      case "tenant" ->
          subject.id().equals(tenant.slug())
              ? Optional.of(texts.of(locale, "notify.subject.all", tenant.name()))
              : Optional.empty();
      case "department" -> departments.apply(subject.id()).map(Department::name);
      case Place.KIND -> places.apply(subject.id()).map(Place::name);
      default ->
          titles.stream()
              .filter(known -> known.kind().equals(subject.kind()))
              .findFirst()
              .flatMap(known -> known.title(tenant, subject.id(), locale));
    };
  }

  /** What the form of a tenant offers, the asked one first. */
  Map<String, String> offered(Tenant tenant, Optional<Ref> asked, Locale locale) {
    Map<String, String> offered = new LinkedHashMap<>();
    asked.ifPresent(subject ->
        title(tenant, subject, locale).ifPresent(title -> offered.put(subject.toString(), title)));
    offered.put(all(tenant).toString(), texts.of(locale, "notify.subject.all", tenant.name()));
    tenants
        .departments(tenant.id())
        .forEach(
            department -> offered.putIfAbsent("department:" + department.id(), department.name()));
    places
        .of(tenant.id())
        .forEach(place ->
            offered.putIfAbsent(
                Place.KIND + ":" + place.id(),
                texts.of(locale, "notify.subject.place", place.name())));
    return offered;
  }
}

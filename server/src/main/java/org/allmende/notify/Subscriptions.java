package org.allmende.notify;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.base.id.Ids;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.people.Addresses;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who wants to hear of all that is new about a tenant, a topic, a department or a place. */
@Component
public class Subscriptions {

  /**
   * A subscription with the words its owner sees.
   *
   * @param title what is subscribed to
   */
  record Row(Subscription subscription, String tenant, String title) {}

  private final SubscriptionStore store;
  private final NoticeStore notices;
  private final Subjects subjects;
  private final Addresses addresses;
  private final Tenants tenants;
  private final Clock clock;

  Subscriptions(
      SubscriptionStore store,
      NoticeStore notices,
      Subjects subjects,
      Addresses addresses,
      Tenants tenants,
      Clock clock) {
    this.store = store;
    this.notices = notices;
    this.subjects = subjects;
    this.addresses = addresses;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** Subscribes an address; nothing is written to it before its owner confirmed it. */
  @Transactional
  public void subscribe(TenantId tenant, Ref subject, Tempo tempo, String email, Locale locale) {
    subscribe(tenant, subject, tempo, addresses.addressed(email, locale));
  }

  /** Subscribes somebody known; again only changes the tempo. */
  @Transactional
  public void subscribe(TenantId tenant, Ref subject, Tempo tempo, PersonId person) {
    store.put(new Subscription(Ids.next(), person, tenant, subject, tempo, clock.instant()));
  }

  /** What a person subscribes to; what no longer exists is left out. */
  List<Row> of(PersonId person, Locale locale) {
    List<Subscription> all = store.of(person);
    Map<TenantId, Tenant> towns =
        tenants.all().stream().collect(Collectors.toMap(Tenant::id, Function.identity()));
    Subjects.Titles titles =
        subjects.titles(
            all.stream().map(Subscription::tenant).distinct().toList(),
            all.stream().map(Subscription::subject).toList());
    return all.stream()
        .flatMap(one -> {
          Tenant town = Objects.requireNonNull(towns.get(one.tenant()));
          return titles
              .of(town, one.subject(), locale)
              .map(title -> new Row(one, town.name(), title))
              .stream();
        })
        .toList();
  }

  @Transactional
  public void retime(PersonId person, String id, Tempo tempo) {
    store.retime(person, id, tempo);
    notices.redirect(person, new Cause(Subscription.KIND + ":" + id), tempo);
  }

  @Transactional
  public void end(PersonId person, String id) {
    store.end(person, id);
    notices.dropWaiting(person, new Cause(Subscription.KIND + ":" + id));
  }

  /** Ends all of a person that go out together. */
  @Transactional
  public void endAll(PersonId person, Tempo tempo) {
    store.endAll(person, tempo);
  }

  /** Ends every subscription of the person. */
  @Transactional
  public void endAll(PersonId person) {
    store.endAll(person);
  }

  Set<PersonId> among(Collection<PersonId> people) {
    return store.among(people);
  }
}

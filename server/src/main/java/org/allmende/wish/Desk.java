package org.allmende.wish;

import java.util.List;
import java.util.Locale;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.TopicSuggestion;
import org.allmende.catalog.Topics;
import org.allmende.people.People;
import org.allmende.people.StaffMember;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lies before the stewards of a tenant. */
@Component
class Desk {

  private static final int TOPICS = 5;

  private final WishListStore store;
  private final WishRows rows;
  private final WishLists lists;
  private final Wishes wishes;
  private final Potentials potentials;
  private final Suggestions suggestions;
  private final Topics topics;
  private final Tenants tenants;
  private final People people;

  Desk(
      WishListStore store,
      WishRows rows,
      WishLists lists,
      Wishes wishes,
      Potentials potentials,
      Suggestions suggestions,
      Topics topics,
      Tenants tenants,
      People people) {
    this.store = store;
    this.rows = rows;
    this.lists = lists;
    this.wishes = wishes;
    this.potentials = potentials;
    this.suggestions = suggestions;
    this.topics = topics;
    this.tenants = tenants;
    this.people = people;
  }

  /** The desk in groups, the most urgent first. */
  record DeskView(List<Group> groups, List<PotentialRow> potentials) {

    boolean isEmpty() {
      return potentials.isEmpty() && groups.stream().allMatch(group -> group.rows().isEmpty());
    }
  }

  /**
   * Wishes that wait for the same.
   *
   * @param key which group; its title is {@code wish.desk.KEY}
   */
  record Group(String key, List<WishRow> rows) {}

  @Transactional(readOnly = true)
  public DeskView of(TenantId tenant, Viewer viewer) {
    viewer.require(tenant, Role.STEWARD);
    List<Wish> all = store.desk(tenant);
    Locale locale = viewer.locale();
    List<WishRow> promised =
        rows.of(all.stream().filter(wish -> wish.state() == WishState.COMMITTED).toList(), locale);
    return new DeskView(
        List.of(
            new Group("new", in(all, WishState.SUBMITTED, false, locale)),
            new Group("accept", in(all, WishState.SUBMITTED, true, locale)),
            new Group(
                "forwarded",
                rows.of(
                    all.stream().filter(wish -> tenant.equals(wish.offeredTo())).toList(), locale)),
            new Group("late", promised.stream().filter(WishRow::isOverdue).toList()),
            new Group("match", in(all, WishState.LISTED, false, locale)),
            new Group("promise", in(all, WishState.MATCHED, false, locale))),
        potentials.toBeAccepted(tenant));
  }

  private List<WishRow> in(List<Wish> all, WishState state, boolean harvested, Locale locale) {
    return rows.of(
        all.stream()
            .filter(wish -> wish.state() == state)
            .filter(wish -> state != WishState.SUBMITTED || wish.isToBeAccepted() == harvested)
            .toList(),
        locale);
  }

  /**
   * One wish with all that helps to decide on it.
   *
   * @param offered whether it was forwarded to this tenant and waits for its answer
   */
  record WorkView(
      WishLists.ShowView shown,
      boolean offered,
      List<Suggestions.Suggestion> answers,
      List<Suggestions.Suggestion> equals,
      List<TopicSuggestion> topics,
      List<Department> departments,
      List<StaffMember> officers,
      List<Tenant> others) {

    Wish wish() {
      return shown.wish();
    }

    boolean isUndecided() {
      return switch (wish().state()) {
        case SUBMITTED, LISTED, MATCHED -> true;
        default -> false;
      };
    }
  }

  @Transactional(readOnly = true)
  public WorkView work(TenantId tenant, WishId id, Viewer viewer) {
    viewer.require(tenant, Role.STEWARD);
    Wish wish = wishes.ofWisher(tenant, id);
    Locale locale = viewer.locale();
    return new WorkView(
        lists.show(tenant, wish, viewer),
        tenant.equals(wish.offeredTo()),
        suggestions.answers(wish, locale),
        suggestions.equals(wish, locale),
        wish.need().topic() == null
            ? topics.suggest(wish.carrier(), wish.need().text(), TOPICS)
            : List.of(),
        tenants.departments(tenant),
        people.staff(tenant, Role.OFFICER),
        tenants.active().stream().filter(other -> !other.id().equals(tenant)).toList());
  }
}

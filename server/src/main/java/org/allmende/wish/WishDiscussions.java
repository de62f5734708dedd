package org.allmende.wish;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.comment.Discussion;
import org.allmende.comment.DiscussionSource;
import org.springframework.stereotype.Component;

/** Wishes as things people talk about. */
@Component
class WishDiscussions implements DiscussionSource {

  private final WishStore wishes;

  WishDiscussions(WishStore wishes) {
    this.wishes = wishes;
  }

  @Override
  public String kind() {
    return "wish";
  }

  @Override
  public Map<Ref, Discussion> find(TenantId tenant, Collection<String> ids, Viewer viewer) {
    return wishes.byIds(ids.stream().map(WishId::new).toList()).values().stream()
        .filter(wish -> wish.concerns(tenant) && isOpen(wish, viewer))
        .map(WishDiscussions::of)
        .collect(Collectors.toMap(Discussion::about, discussion -> discussion));
  }

  /** What is said stays: below an internal wish it would become public with the wish. */
  private static boolean isOpen(Wish wish, Viewer viewer) {
    return wish.visibility() == Visibility.PUBLIC && wish.isVisibleTo(viewer);
  }

  static Discussion of(Wish wish) {
    return new Discussion(
        wish.id().ref(),
        wish.carrier(),
        wish.need().title(),
        wish.url(),
        wish.state() == WishState.REFUSED);
  }
}

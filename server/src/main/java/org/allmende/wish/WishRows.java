package org.allmende.wish;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts wishes into lines, with one query for all that a line shows besides the wish. */
@Component
class WishRows {

  private final PromiseStore promises;

  WishRows(PromiseStore promises) {
    this.promises = promises;
  }

  List<WishRow> of(Collection<Wish> wishes) {
    Map<WishId, Promise> latest = promises.latest(wishes.stream().map(Wish::id).toList());
    return wishes.stream().map(wish -> row(wish, latest.get(wish.id()))).toList();
  }

  private static WishRow row(Wish wish, @Nullable Promise promise) {
    return new WishRow(
        wish.id(),
        wish.tenant(),
        wish.need().title(),
        wish.url(),
        wish.state(),
        wish.need().topic(),
        wish.people(),
        promise == null ? null : promise.department(),
        promise == null ? null : promise.dueOn(),
        wish.offeredTo() != null ? wish.offeredTo() : wish.carrier().equals(wish.tenant()) ? null : wish.carrier(),
        wish.movedAt());
  }
}

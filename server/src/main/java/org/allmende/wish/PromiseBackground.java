package org.allmende.wish;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.plan.Commitment;
import org.allmende.plan.CommitmentBackground;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells on the pages of commitments how many people wait, and lets the officer begin to keep them.
 */
@Component
class PromiseBackground implements CommitmentBackground {

  private final WishStore wishes;

  PromiseBackground(WishStore wishes) {
    this.wishes = wishes;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Ref, Background> of(Collection<Commitment> commitments, Viewer viewer) {
    List<WishId> ids =
        commitments.stream()
            .map(Commitment::about)
            .filter(about -> about.kind().equals("wish"))
            .map(about -> new WishId(about.id()))
            .distinct()
            .toList();
    Map<Ref, Wish> found =
        wishes.byIds(ids).values().stream()
            .collect(Collectors.toMap(wish -> wish.id().ref(), Function.identity()));
    Map<Ref, Background> backgrounds = new HashMap<>();
    for (Commitment commitment : commitments) {
      Wish wish = found.get(commitment.about());
      if (wish != null) {
        backgrounds.put(
            commitment.about(), background(commitment, Objects.requireNonNull(wish), viewer));
      }
    }
    return backgrounds;
  }

  /** A promise carries the words of its wish, which may not be released yet. */
  @Override
  @Transactional(readOnly = true)
  public boolean isInternal(Ref about) {
    return about.kind().equals("wish")
        && wishes.byIds(List.of(new WishId(about.id()))).values().stream()
            .anyMatch(wish -> wish.visibility() == Visibility.INTERNAL);
  }

  private static Background background(Commitment commitment, Wish wish, Viewer viewer) {
    boolean mayBegin =
        commitment.isOpen() && viewer.has(commitment.tenant(), Role.OFFICER, Role.STEWARD);
    return new Background(
        wish.people(),
        mayBegin
            ? "/" + commitment.tenant() + "/commitments/" + commitment.id() + "/dataset"
            : null,
        null);
  }
}

package org.allmende.wish;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Datasets;
import org.allmende.comment.PublicText;
import org.allmende.comment.TextSource;
import org.allmende.plan.Commitments;
import org.springframework.stereotype.Component;

/** Wishes as texts that can be reported and hidden. */
@Component
class WishTexts implements TextSource {

  private final WishStore wishes;
  private final WordsStore words;
  private final WishDocuments documents;
  private final Commitments commitments;
  private final Datasets datasets;

  WishTexts(
      WishStore wishes,
      WordsStore words,
      WishDocuments documents,
      Commitments commitments,
      Datasets datasets) {
    this.wishes = wishes;
    this.words = words;
    this.documents = documents;
    this.commitments = commitments;
    this.datasets = datasets;
  }

  @Override
  public String kind() {
    return "wish";
  }

  @Override
  public Map<Ref, PublicText> find(TenantId tenant, Collection<String> ids, Viewer viewer) {
    return wishes.byIds(ids.stream().map(WishId::new).toList()).values().stream()
        .filter(wish -> wish.concerns(tenant) && wish.isVisibleTo(viewer))
        .map(WishTexts::text)
        .collect(Collectors.toMap(PublicText::ref, text -> text));
  }

  private static PublicText text(Wish wish) {
    Need need = wish.need();
    String all =
        Stream.of(
                need.text(),
                need.purpose(),
                need.question(),
                need.problem(),
                need.enables(),
                need.organisation(),
                need.details().granularity(),
                need.details().freshness(),
                need.details().form(),
                need.details().urgency(),
                need.details().workaround())
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n"));
    return new PublicText(wish.id().ref(), wish.carrier(), all, wish.url(), wish.wisher());
  }

  @Override
  public Map<String, String> hide(String id, String sentence) {
    Map<String, String> taken = words.takeFromWish(id, sentence);
    spread(id);
    return taken;
  }

  @Override
  public void restore(String id, Map<String, String> taken) {
    words.putBackToWish(id, taken);
    spread(id);
  }

  /** The index finds the new words, and what carries the wish's name carries the new one. */
  private void spread(String id) {
    for (Wish wish : wishes.byIds(List.of(new WishId(id))).values()) {
      documents.put(wish);
      commitments.retitle(wish.id().ref(), wish.need().title());
      datasets.retitleOrigins(wish.id().ref(), wish.need().title());
    }
  }
}

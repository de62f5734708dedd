package org.allmende.wish;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.base.id.Ref;
import org.allmende.base.web.PagePart;
import org.allmende.base.web.Pages;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.DatasetId;
import org.allmende.catalog.DatasetStory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the thread on the pages of datasets: how they came to be. */
@Component
class ThreadParts implements DatasetStory {

  private final Fulfilment fulfilment;
  private final Threads threads;
  private final WishRows rows;
  private final Pages pages;

  ThreadParts(Fulfilment fulfilment, Threads threads, WishRows rows, Pages pages) {
    this.fulfilment = fulfilment;
    this.threads = threads;
    this.rows = rows;
    this.pages = pages;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<DatasetId, PagePart> stories(Collection<DatasetId> datasets, Viewer viewer) {
    Map<DatasetId, Wish> answered = answered(datasets, viewer);
    Map<WishId, Threads.Facts> facts = threads.facts(answered.values());
    Map<DatasetId, PagePart> stories = new HashMap<>();
    answered.forEach((dataset, wish) -> {
      Threads.Facts known = facts.get(wish.id());
      if (known != null) {
        ThreadView thread = threads.view(known, viewer.locale());
        stories.put(dataset, pages.part("wish/thread", Map.of("thread", thread)));
      }
    });
    return stories;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<DatasetId, PagePart> marks(Collection<DatasetId> datasets, Viewer viewer) {
    Map<DatasetId, Wish> answered = answered(datasets, viewer);
    Map<WishId, WishRow> lines =
        rows.of(answered.values().stream().distinct().toList(), viewer.locale()).stream()
            .collect(Collectors.toMap(WishRow::id, Function.identity(), (first, same) -> first));
    Map<DatasetId, PagePart> marks = new HashMap<>();
    answered.forEach((dataset, wish) -> {
      WishRow row = lines.get(wish.id());
      if (row != null) {
        marks.put(dataset, pages.part("wish/wishMark", Map.of("row", row)));
      }
    });
    return marks;
  }

  /** Of several wishes that a dataset answers, the one most people needed. */
  private Map<DatasetId, Wish> answered(Collection<DatasetId> datasets, Viewer viewer) {
    Map<Ref, List<Wish>> all = fulfilment.answeredBy(datasets);
    Map<DatasetId, Wish> chosen = new LinkedHashMap<>();
    for (DatasetId dataset : datasets) {
      all.getOrDefault(dataset.ref(), List.of()).stream()
          .filter(wish -> wish.isVisibleTo(viewer))
          .max(java.util.Comparator.comparing(Wish::people))
          .ifPresent(wish -> chosen.put(dataset, wish));
    }
    return chosen;
  }
}

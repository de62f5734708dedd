package org.allmende.catalog;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.comment.PublicText;
import org.allmende.comment.TextSource;
import org.springframework.stereotype.Component;

/**
 * What is said about datasets, as texts that can be reported and hidden. The files stay: a dataset
 * whose content is wrong is withdrawn.
 */
@Component
class DatasetTexts implements TextSource {

  private final DatasetWordsStore words;
  private final DatasetStore datasets;
  private final DatasetIndex index;
  private final Clock clock;

  DatasetTexts(DatasetWordsStore words, DatasetStore datasets, DatasetIndex index, Clock clock) {
    this.words = words;
    this.datasets = datasets;
    this.index = index;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return DatasetId.KIND;
  }

  @Override
  public Map<Ref, PublicText> find(TenantId tenant, Collection<String> ids, Viewer viewer) {
    return words.texts(tenant, ids).stream()
        .collect(Collectors.toMap(PublicText::ref, text -> text));
  }

  @Override
  public Map<String, String> hide(String id, String sentence) {
    Map<String, String> taken = words.take(id, sentence, clock.instant());
    indexAnew(id);
    return taken;
  }

  @Override
  public void restore(String id, Map<String, String> taken) {
    words.putBack(id, taken, clock.instant());
    indexAnew(id);
  }

  private void indexAnew(String id) {
    datasets.find(List.of(new DatasetId(id))).stream()
        .filter(Dataset::isPublished)
        .forEach(index::put);
  }
}

package org.allmende.catalog;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.allmende.base.id.TenantId;
import org.allmende.search.Search;
import org.allmende.search.SearchDocument;
import org.allmende.search.SearchDocuments;
import org.allmende.search.SearchQuery;
import org.allmende.tabular.Column;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What can be found of datasets: published ones by everybody, by their words and by the columns of
 * their tables.
 */
@Component
class DatasetIndex {

  private static final int MOST = 500;

  private final SearchDocuments documents;
  private final Search search;
  private final Topics topics;
  private final FileStore files;

  DatasetIndex(SearchDocuments documents, Search search, Topics topics, FileStore files) {
    this.documents = documents;
    this.search = search;
    this.topics = topics;
    this.files = files;
  }

  /** Puts the published dataset into the caller's transaction. */
  void put(Dataset dataset) {
    Metadata metadata = dataset.metadata();
    Topic topic = metadata.topic() == null ? null : topics.find(metadata.topic()).orElse(null);
    List<String> columns =
        files.published(List.of(dataset.id())).stream()
            .flatMap(version -> version.reading().kept().stream())
            .map(Column::name)
            .distinct()
            .toList();
    String text =
        String.join(
            "\n",
            Stream.concat(Stream.of(metadata.description()), metadata.keywords().stream())
                .toList());
    documents.put(
        SearchDocument.of(
                dataset.id().ref(),
                dataset.tenant(),
                dataset.title(),
                dataset.url(),
                dataset.changedAt())
            .saying(text)
            .withColumns(columns)
            .about(
                topic == null ? null : topic.id().slug(),
                topic == null ? null : topic.theme().id()));
  }

  void remove(Dataset dataset) {
    documents.remove(dataset.id().ref());
  }

  /** The datasets that answer a question, best first; null when nothing is asked. */
  @Nullable List<DatasetId> find(TenantId tenant, String text) {
    if (text.isBlank()) {
      return null;
    }
    SearchQuery query =
        SearchQuery.of(text).within(Set.of(tenant)).kinds(Set.of(DatasetId.KIND)).page(0, MOST);
    return search.find(query).hits().stream().map(hit -> new DatasetId(hit.ref().id())).toList();
  }
}

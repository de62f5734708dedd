package org.allmende.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.base.web.PagePart;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Role;
import org.allmende.base.web.SharedPage;
import org.allmende.base.web.Viewer;
import org.allmende.comment.Comments;
import org.allmende.tabular.RowPage;
import org.allmende.tabular.RowQuery;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What everybody reads: the list of datasets, a dataset, its whole table. */
@Controller
class DatasetPages {

  private static final int PAGE = 20;
  private static final int PREVIEW = 60;

  private final Datasets datasets;
  private final DatasetFiles files;
  private final DatasetIndex index;
  private final Topics topics;
  private final Licenses licenses;
  private final Tenants tenants;
  private final ObjectProvider<DatasetStory> stories;
  private final ObjectProvider<DatasetUses> uses;
  private final Comments comments;
  private final ObjectProvider<DatasetGaps> gaps;

  DatasetPages(
      Datasets datasets,
      DatasetFiles files,
      DatasetIndex index,
      Topics topics,
      Licenses licenses,
      Tenants tenants,
      ObjectProvider<DatasetStory> stories,
      ObjectProvider<DatasetUses> uses,
      Comments comments,
      ObjectProvider<DatasetGaps> gaps) {
    this.datasets = datasets;
    this.files = files;
    this.index = index;
    this.topics = topics;
    this.licenses = licenses;
    this.tenants = tenants;
    this.stories = stories;
    this.uses = uses;
    this.comments = comments;
    this.gaps = gaps;
  }

  @SharedPage
  @GetMapping("/{tenant}/datasets")
  ModelAndView list(
      Tenant tenant,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "1") int page,
      Viewer viewer) {
    TopicId about = topics.find(new TopicId(topic)).map(Topic::id).orElse(null);
    List<DatasetId> among = index.find(tenant.id(), q);
    int number = Math.clamp(page, 1, 100_000);
    var query = new DatasetQuery(tenant.id(), about, among, null, (number - 1) * PAGE, PAGE);
    int total = datasets.count(query);
    List<Dataset> shown = datasets.list(query);
    var view =
        new DatasetList(
            tenant,
            q,
            about,
            shown,
            departments(tenant),
            topicCounts(tenant),
            marks(shown, viewer),
            total,
            number,
            Math.max(1, (total + PAGE - 1) / PAGE),
            gap(gaps.getIfAvailable(), tenant, q, viewer));
    return new ModelAndView("catalog/datasetList", Map.of("view", view));
  }

  private static @Nullable String gap(
      @Nullable DatasetGaps known, Tenant tenant, String query, Viewer viewer) {
    return known == null ? null : known.nothingFor(tenant, query, viewer);
  }

  /** Without a dot, because {@code ID.ttl} is another page. */
  @SharedPage
  @GetMapping("/{tenant}/datasets/{id:[0-9A-Za-z]+}")
  ModelAndView show(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Dataset dataset = datasets.get(tenant.id(), new DatasetId(id), viewer);
    if (!dataset.isKnown()) {
      return Redirect.to(dataset.url() + "/edit");
    }
    List<DatasetView.FileView> shown =
        dataset.isPublished()
            ? files.published(List.of(dataset.id())).stream().map(this::preview).toList()
            : List.of();
    Metadata metadata = dataset.metadata();
    DatasetGaps known = gaps.getIfAvailable();
    var view =
        new DatasetView(
            tenant,
            dataset,
            metadata.department() == null ? null : departments(tenant).get(metadata.department()),
            metadata.topic() == null ? null : topics.find(metadata.topic()).orElse(null),
            metadata.license() == null ? null : licenses.find(metadata.license()).orElse(null),
            shown,
            marks(List.of(dataset), viewer).get(dataset.id()),
            part(stories.getIfAvailable(), dataset, viewer),
            part(uses.getIfAvailable(), dataset, viewer),
            dataset.isPublished() ? comments.on(DatasetDiscussions.of(dataset)) : null,
            known == null ? null : known.missingIn(dataset, viewer),
            viewer.has(tenant.id(), Role.OFFICER, Role.STEWARD));
    ModelAndView page = new ModelAndView("catalog/dataset", Map.of("view", view));
    if (!dataset.isPublished()) {
      page.setStatus(HttpStatus.GONE);
    }
    return page;
  }

  /** {@code ?after=&filter=&sort=}: the whole table, page by page. */
  @GetMapping("/{tenant}/datasets/{id}/files/{file}/table")
  ModelAndView table(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String file,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "") String column,
      @RequestParam(defaultValue = "contains") String operator,
      @RequestParam(defaultValue = "") String value,
      HttpServletRequest request,
      Viewer viewer) {
    Dataset dataset = datasets.get(tenant.id(), new DatasetId(id), viewer);
    FileVersion version = files.readable(dataset, new FileId(file), viewer);
    RowAddress address = RowAddress.of(request, 100, after, sort);
    if (!column.isEmpty() && (!value.isEmpty() || operator.equals("empty"))) {
      return Redirect.to(
          address.with(
              RowFilters.read(List.of(column + ":" + operator + ":" + value)).getFirst(),
              request.getRequestURI()));
    }
    RowQuery query = address.query();
    RowPage rows = files.rows(version, query);
    var view =
        new TablePage(
            tenant,
            dataset,
            version,
            TableView.of(rows),
            address,
            files.count(version, query),
            rows.next());
    return new ModelAndView("catalog/table", Map.of("view", view));
  }

  private DatasetView.FileView preview(FileVersion version) {
    return DatasetView.FileView.of(version, files.rows(version, RowQuery.first(PREVIEW)));
  }

  private Map<String, String> departments(Tenant tenant) {
    return tenants.departments(tenant.id()).stream()
        .collect(Collectors.toMap(Department::id, Department::name));
  }

  private Map<Topic, Integer> topicCounts(Tenant tenant) {
    Map<Topic, Integer> counts = new LinkedHashMap<>();
    datasets
        .topics(tenant.id())
        .forEach((topic, count) -> topics.find(topic).ifPresent(known -> counts.put(known, count)));
    return counts;
  }

  private Map<DatasetId, PagePart> marks(List<Dataset> shown, Viewer viewer) {
    DatasetStory known = stories.getIfAvailable();
    return known == null || shown.isEmpty()
        ? Map.of()
        : known.marks(shown.stream().map(Dataset::id).toList(), viewer);
  }

  private static @Nullable PagePart part(
      @Nullable DatasetStory known, Dataset dataset, Viewer viewer) {
    return known == null ? null : known.stories(List.of(dataset.id()), viewer).get(dataset.id());
  }

  private static @Nullable PagePart part(
      @Nullable DatasetUses known, Dataset dataset, Viewer viewer) {
    return known == null ? null : known.uses(List.of(dataset.id()), viewer).get(dataset.id());
  }
}

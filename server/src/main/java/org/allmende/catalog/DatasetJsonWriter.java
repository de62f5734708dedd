package org.allmende.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.allmende.base.web.PublicAddress;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes JSON of datasets, with as many queries for many as for one. */
@Component
class DatasetJsonWriter {

  private final DatasetFiles files;
  private final Topics topics;
  private final Licenses licenses;
  private final Tenants tenants;
  private final PublicAddress address;

  DatasetJsonWriter(
      DatasetFiles files,
      Topics topics,
      Licenses licenses,
      Tenants tenants,
      PublicAddress address) {
    this.files = files;
    this.topics = topics;
    this.licenses = licenses;
    this.tenants = tenants;
    this.address = address;
  }

  /** The datasets of a tenant with their public files. */
  List<DatasetJson> of(Tenant tenant, List<Dataset> datasets, Locale locale) {
    Map<DatasetId, List<FileVersion>> published =
        files
            .published(datasets.stream().filter(Dataset::isPublished).map(Dataset::id).toList())
            .stream()
            .collect(Collectors.groupingBy(FileVersion::dataset));
    Map<String, String> departments =
        tenants.departments(tenant.id()).stream()
            .collect(Collectors.toMap(Department::id, Department::name));
    return datasets.stream()
        .map(dataset ->
            json(dataset, published.getOrDefault(dataset.id(), List.of()), departments, locale))
        .toList();
  }

  private DatasetJson json(
      Dataset dataset, List<FileVersion> versions, Map<String, String> departments, Locale locale) {
    Metadata metadata = dataset.metadata();
    return new DatasetJson(
        dataset.id().value(),
        address.of(dataset.url()),
        dataset.tenant().slug(),
        metadata.title(),
        metadata.description(),
        topic(metadata.topic(), locale),
        metadata.department() == null ? null : departments.get(metadata.department()),
        license(metadata.license()),
        metadata.contact(),
        metadata.attribution(),
        metadata.rhythm() == null ? null : metadata.rhythm().key(),
        metadata.from(),
        metadata.to(),
        metadata.keywords(),
        dataset.state().key(),
        dataset.publishedAt(),
        dataset.changedAt(),
        dataset.version(),
        dataset.origins().stream()
            .map(origin -> DatasetJson.OriginJson.of(origin, address))
            .toList(),
        versions.stream()
            .map(version -> DatasetJson.FileJson.of(dataset, version, address))
            .toList());
  }

  private DatasetJson.@Nullable TopicJson topic(@Nullable TopicId id, Locale locale) {
    return id == null
        ? null
        : topics
            .find(id)
            .map(topic ->
                new DatasetJson.TopicJson(topic.id().slug(), topic.uri(), topic.label(locale)))
            .orElse(null);
  }

  private DatasetJson.@Nullable LicenseJson license(@Nullable String id) {
    return id == null
        ? null
        : licenses
            .find(id)
            .map(license ->
                new DatasetJson.LicenseJson(license.id(), license.uri(), license.title()))
            .orElse(null);
  }
}

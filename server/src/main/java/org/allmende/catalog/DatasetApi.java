package org.allmende.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.allmende.base.i18n.Texts;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.Problem;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.tabular.RowPage;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Datasets, their files and their rows as JSON. */
@RestController
@RequestMapping("/{tenant}/api/v1/datasets")
class DatasetApi {

  private static final int PAGE = 50;

  private final Datasets datasets;
  private final DatasetFiles files;
  private final DatasetIndex index;
  private final DatasetJsonWriter json;
  private final MetadataForm metadata;
  private final Incoming incoming;
  private final Texts texts;
  private final PublicAddress address;

  DatasetApi(
      Datasets datasets,
      DatasetFiles files,
      DatasetIndex index,
      DatasetJsonWriter json,
      MetadataForm metadata,
      Incoming incoming,
      Texts texts,
      PublicAddress address) {
    this.datasets = datasets;
    this.files = files;
    this.index = index;
    this.json = json;
    this.metadata = metadata;
    this.incoming = incoming;
    this.texts = texts;
    this.address = address;
  }

  /** {@code ?q=&topic=&page=}: published datasets. */
  @GetMapping
  Listing<DatasetJson> list(
      Tenant tenant,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "1") int page,
      Viewer viewer) {
    int number = Math.clamp(page, 1, 100_000);
    DatasetQuery query =
        new DatasetQuery(
            tenant.id(),
            topic.isBlank() ? null : new TopicId(topic),
            index.find(tenant.id(), q),
            null,
            (number - 1) * PAGE,
            PAGE + 1);
    List<Dataset> found = datasets.list(query);
    List<Dataset> shown = found.subList(0, Math.min(PAGE, found.size()));
    String next =
        found.size() > PAGE
            ? address.of(
                tenant.url(
                    "/api/v1/datasets?q="
                        + encoded(q)
                        + "&topic="
                        + encoded(topic)
                        + "&page="
                        + (number + 1)))
            : null;
    return Listing.of(json.of(tenant, shown, viewer.locale()), next);
  }

  /**
   * {@code {title, description, topic?, department, license, contact, …}} by an officer or a
   * steward.
   */
  @PostMapping
  ResponseEntity<Map<String, String>> create(Tenant tenant, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.OFFICER, Role.STEWARD);
    Metadata given = metadata.readWhole(form, tenant);
    form.orThrow();
    DatasetId id = datasets.draft(tenant.id(), given, form.submission(), viewer);
    String url = address.of(tenant.url("/datasets/" + id));
    return Created.at(url, Map.of("id", id.value(), "url", url));
  }

  @GetMapping("/{id}")
  DatasetJson get(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Dataset dataset = datasets.get(tenant.id(), new DatasetId(id), viewer);
    if (dataset.state() instanceof DatasetState.Withdrawn && !viewer.isStaff(tenant.id())) {
      throw Problem.gone("catalog.gone");
    }
    return json.of(tenant, List.of(dataset), viewer.locale()).getFirst();
  }

  /**
   * Changes some fields: those sent, all others stay. {@code version} names what the caller saw;
   * left out, the newest is meant.
   */
  @PatchMapping("/{id}")
  DatasetJson describe(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Dataset dataset = datasets.atDesk(tenant.id(), new DatasetId(id), viewer);
    Datasets.requireEditor(dataset, viewer);
    Form whole = MetadataForm.of(dataset.metadata()).changedBy(form);
    Metadata changed = metadata.read(whole, tenant);
    Integer version = whole.number("version", 1, Integer.MAX_VALUE);
    whole.orThrow();
    datasets.describe(dataset, changed, version == null ? dataset.version() : version, viewer);
    return get(tenant, id, viewer);
  }

  /** Multipart {@code file}; {@link DatasetUploads} has let it in. */
  @PostMapping("/{id}/files")
  ResponseEntity<FileReading> upload(
      Tenant tenant,
      @PathVariable String id,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Form form,
      Viewer viewer)
      throws IOException {
    return upload(tenant, id, null, file, form, viewer);
  }

  /** A new version of a file. */
  @PostMapping("/{id}/files/{fileId}/versions")
  ResponseEntity<FileReading> uploadVersion(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String fileId,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Form form,
      Viewer viewer)
      throws IOException {
    return upload(tenant, id, new FileId(fileId), file, form, viewer);
  }

  private ResponseEntity<FileReading> upload(
      Tenant tenant,
      String id,
      @Nullable FileId of,
      @Nullable MultipartFile file,
      Form form,
      Viewer viewer)
      throws IOException {
    Dataset dataset = datasets.atDesk(tenant.id(), new DatasetId(id), viewer);
    FileVersion version =
        incoming.take(file, form.submission(), upload -> files.add(dataset, of, upload, viewer));
    String url = address.of(dataset.url() + "/files/" + version.file());
    return Created.at(url, reading(version, url, viewer.locale()));
  }

  /**
   * {@code {encoding?, delimiter?, headerLine?, columns?: [{position?, name?, type?, format?,
   * dropped?}]}}.
   */
  @PutMapping("/{id}/files/{fileId}/reading")
  FileReading correct(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String fileId,
      Form form,
      Viewer viewer) {
    Dataset dataset = datasets.atDesk(tenant.id(), new DatasetId(id), viewer);
    Datasets.requireEditor(dataset, viewer);
    FileVersion newest = files.newest(dataset.id(), new FileId(fileId));
    var corrections =
        new ReadingForm(ColumnFields.numbered(form, newest.reading()), newest).corrections();
    form.orThrow();
    FileVersion corrected = files.correct(dataset, newest, corrections, viewer);
    return reading(corrected, address.of(dataset.url() + "/files/" + fileId), viewer.locale());
  }

  /** How the newest version is read. */
  @GetMapping("/{id}/files/{fileId}/reading")
  FileReading reading(
      Tenant tenant, @PathVariable String id, @PathVariable String fileId, Viewer viewer) {
    Dataset dataset = datasets.atDesk(tenant.id(), new DatasetId(id), viewer);
    FileVersion newest = files.newest(dataset.id(), new FileId(fileId));
    return reading(newest, address.of(dataset.url() + "/files/" + fileId), viewer.locale());
  }

  /**
   * {@code ?limit=&after=&filter=column:op:value&sort=column}: typed rows; filters as {@link
   * RowFilters} says.
   */
  @GetMapping("/{id}/files/{fileId}/rows")
  Listing<Map<String, @Nullable Object>> rows(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String fileId,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "") String sort,
      HttpServletRequest request,
      Viewer viewer) {
    Dataset dataset = datasets.get(tenant.id(), new DatasetId(id), viewer);
    FileVersion version = files.readable(dataset, new FileId(fileId), viewer);
    RowAddress asked = RowAddress.of(request, limit, after, sort);
    RowPage page = files.rows(version, asked.query());
    return Listing.of(
        page.rows(),
        page.next() == null ? null : address.of(asked.next(request.getRequestURI(), page.next())));
  }

  /**
   * {@code {commitment?, version?, checks: {legal, personalData, license, contact}}} by a steward;
   * {@code version} names what the caller saw, left out the newest is meant.
   */
  @PostMapping("/{id}/publication")
  ResponseEntity<DatasetJson> publish(
      Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    Dataset dataset = datasets.get(tenant.id(), new DatasetId(id), viewer);
    Set<PublicationCheck.Kind> checked = EnumSet.noneOf(PublicationCheck.Kind.class);
    for (PublicationCheck.Kind kind : PublicationCheck.Kind.values()) {
      if (form.ticked("checks." + kind.key())) {
        checked.add(kind);
      }
    }
    Integer version = form.number("version", 1, Integer.MAX_VALUE);
    String commitment = form.text("commitment").max(60).optional();
    form.orThrow();
    datasets.publish(
        dataset, new Publication(checked, version, commitment, form.submission()), viewer);
    Dataset published = datasets.get(tenant.id(), dataset.id(), viewer);
    return Created.at(
        address.of(published.url()),
        json.of(tenant, List.of(published), viewer.locale()).getFirst());
  }

  private FileReading reading(FileVersion version, String url, Locale locale) {
    return new FileReading(
        version.file().value(),
        url,
        version.number(),
        ReadingJson.of(version.reading(), texts, locale));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A file and how it was read. */
  record FileReading(String id, String url, int version, ReadingJson reading) {}
}

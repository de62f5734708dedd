package org.allmende.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.base.i18n.Message;
import org.allmende.base.web.Form;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.tabular.RowQuery;
import org.allmende.tenant.Department;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The way of a dataset through the house: file, reading, description, handing in, gate. */
@Controller
class DatasetDeskPages {

  private static final int PREVIEW = 5;
  private static final int LOOKED_AT = 1000;
  private static final int HEADER_CHOICES = 12;
  private static final int SUGGESTIONS = 5;

  private final Datasets datasets;
  private final DatasetFiles files;
  private final MetadataForm metadata;
  private final Incoming incoming;
  private final Topics topics;
  private final Licenses licenses;
  private final Tenants tenants;

  DatasetDeskPages(
      Datasets datasets,
      DatasetFiles files,
      MetadataForm metadata,
      Incoming incoming,
      Topics topics,
      Licenses licenses,
      Tenants tenants) {
    this.datasets = datasets;
    this.files = files;
    this.metadata = metadata;
    this.incoming = incoming;
    this.topics = topics;
    this.licenses = licenses;
    this.tenants = tenants;
  }

  @GetMapping("/{tenant}/datasets/desk")
  ModelAndView desk(Tenant tenant, Viewer viewer) {
    return new ModelAndView(
        "catalog/desk",
        Map.of(
            "tenant", tenant,
            "datasets", datasets.desk(tenant.id(), viewer),
            "steward", viewer.has(tenant.id(), Role.STEWARD)));
  }

  @GetMapping("/{tenant}/datasets/new")
  ModelAndView begin(Tenant tenant, Viewer viewer) {
    viewer.require(tenant.id(), Role.OFFICER, Role.STEWARD);
    return new ModelAndView("catalog/begin", Map.of("tenant", tenant, "form", Form.empty()));
  }

  @PostMapping("/{tenant}/datasets")
  ModelAndView begin(Tenant tenant, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.OFFICER, Role.STEWARD);
    Metadata given = metadata.read(form, tenant);
    if (!form.isValid()) {
      return invalid(new ModelAndView("catalog/begin", Map.of("tenant", tenant, "form", form)));
    }
    DatasetId id = datasets.draft(tenant.id(), given, form.submission(), viewer);
    return Redirect.to(tenant.url("/datasets/" + id + "/files/new"));
  }

  @GetMapping("/{tenant}/datasets/{id}/files/new")
  ModelAndView file(Tenant tenant, @PathVariable String id, Viewer viewer) {
    return upload(atDesk(tenant, id, viewer), null, null);
  }

  @PostMapping("/{tenant}/datasets/{id}/files")
  ModelAndView file(
      Tenant tenant,
      @PathVariable String id,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Form form,
      Viewer viewer,
      HttpServletRequest request)
      throws IOException {
    return take(atDesk(tenant, id, viewer), null, file, form, viewer, request);
  }

  @GetMapping("/{tenant}/datasets/{id}/files/{fileId}/versions")
  ModelAndView version(
      Tenant tenant, @PathVariable String id, @PathVariable String fileId, Viewer viewer) {
    return upload(atDesk(tenant, id, viewer), new FileId(fileId), null);
  }

  @PostMapping("/{tenant}/datasets/{id}/files/{fileId}/versions")
  ModelAndView version(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String fileId,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Form form,
      Viewer viewer,
      HttpServletRequest request)
      throws IOException {
    return take(atDesk(tenant, id, viewer), new FileId(fileId), file, form, viewer, request);
  }

  /** A refused file brings the page back with the sentence; the script gets the sentence alone. */
  private ModelAndView take(
      Dataset dataset,
      @Nullable FileId of,
      @Nullable MultipartFile file,
      Form form,
      Viewer viewer,
      HttpServletRequest request)
      throws IOException {
    try {
      FileVersion version =
          incoming.take(file, form.submission(), upload -> files.add(dataset, of, upload, viewer));
      return Redirect.to(dataset.url() + "/files/" + version.file() + "/reading");
    } catch (Problem refused) {
      if (refused.status() != HttpStatus.UNPROCESSABLE_CONTENT
          || request.getHeader("HX-Request") != null) {
        throw refused;
      }
      return invalid(upload(dataset, of, refused.message()));
    }
  }

  private static ModelAndView upload(
      Dataset dataset, @Nullable FileId of, @Nullable Message problem) {
    var page = new ModelAndView("catalog/upload");
    page.addObject("dataset", dataset);
    page.addObject("action", dataset.url() + "/files" + (of == null ? "" : "/" + of + "/versions"));
    page.addObject("problem", problem);
    return page;
  }

  @GetMapping("/{tenant}/datasets/{id}/files/{fileId}/reading")
  ModelAndView reading(
      Tenant tenant, @PathVariable String id, @PathVariable String fileId, Viewer viewer) {
    Dataset dataset = atDesk(tenant, id, viewer);
    return reading(dataset, files.newest(dataset.id(), new FileId(fileId)), null);
  }

  @PostMapping("/{tenant}/datasets/{id}/files/{fileId}/reading")
  ModelAndView correct(
      Tenant tenant,
      @PathVariable String id,
      @PathVariable String fileId,
      Form form,
      Viewer viewer) {
    Dataset dataset = atDesk(tenant, id, viewer);
    Datasets.requireEditor(dataset, viewer);
    FileVersion newest = files.newest(dataset.id(), new FileId(fileId));
    try {
      var corrections = new ReadingForm(form, newest).corrections();
      form.orThrow();
      files.correct(dataset, newest, corrections, viewer);
    } catch (Problem refused) {
      if (refused.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
        throw refused;
      }
      return invalid(reading(dataset, newest, refused.message()));
    }
    return Redirect.to(dataset.url() + "/files/" + fileId + "/reading");
  }

  private ModelAndView reading(Dataset dataset, FileVersion version, @Nullable Message problem) {
    TableView preview = TableView.of(files.rows(version, RowQuery.first(PREVIEW)));
    var view =
        new ReadingView(
            dataset, version, preview, files.firstLines(version, HEADER_CHOICES), problem);
    return new ModelAndView("catalog/reading", Map.of("view", view));
  }

  @GetMapping("/{tenant}/datasets/{id}/edit")
  ModelAndView edit(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Dataset dataset = atDesk(tenant, id, viewer);
    return edit(tenant, dataset, MetadataForm.of(dataset.metadata()), viewer);
  }

  /** Saves the description; with {@code submit} also hands the dataset in. */
  @PostMapping("/{tenant}/datasets/{id}/edit")
  ModelAndView describe(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    Dataset dataset = atDesk(tenant, id, viewer);
    Metadata given = metadata.read(form, tenant);
    Integer version = form.number("version", 1, Integer.MAX_VALUE);
    if (!form.isValid()) {
      return invalid(edit(tenant, dataset, form, viewer));
    }
    datasets.describe(dataset, given, version == null ? dataset.version() : version, viewer);
    if (!form.has("submit")) {
      return Redirect.to(dataset.url() + "/edit", "catalog.edit.saved");
    }
    Dataset described = atDesk(tenant, id, viewer);
    try {
      datasets.submit(described, viewer);
    } catch (Problem refused) {
      refused.fields().forEach((field, message) -> form.reject(field, message.key()));
      if (form.isValid()) {
        throw refused;
      }
      return invalid(edit(tenant, described, form, viewer));
    }
    return Redirect.to(
        viewer.has(tenant.id(), Role.STEWARD)
            ? dataset.url() + "/gate"
            : tenant.url("/datasets/desk"),
        "catalog.submit.done");
  }

  private ModelAndView edit(Tenant tenant, Dataset dataset, Form form, Viewer viewer) {
    String reason = dataset.state() instanceof DatasetState.SentBack back ? back.reason() : null;
    List<TopicSuggestion> suggestions =
        dataset.metadata().topic() == null
            ? topics.suggest(
                tenant.id(), dataset.title() + "\n" + dataset.metadata().description(), SUGGESTIONS)
            : List.of();
    var view =
        new MetadataView(
            dataset,
            files.newest(dataset.id()),
            tenants.departments(tenant.id()),
            licenses.all(),
            topics.byTheme(),
            suggestions,
            datasets.missing(dataset),
            reason,
            viewer.has(tenant.id(), Role.STEWARD));
    return new ModelAndView("catalog/edit", Map.of("view", view, "form", form));
  }

  @GetMapping("/{tenant}/datasets/{id}/gate")
  ModelAndView gate(Tenant tenant, @PathVariable String id, Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    return gate(tenant, atDesk(tenant, id, viewer), Form.empty());
  }

  @PostMapping("/{tenant}/datasets/{id}/publication")
  ModelAndView publish(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    Dataset dataset = atDesk(tenant, id, viewer);
    Integer version = form.number("version", 1, Integer.MAX_VALUE);
    Set<PublicationCheck.Kind> checked = EnumSet.noneOf(PublicationCheck.Kind.class);
    for (PublicationCheck.Kind kind : PublicationCheck.Kind.values()) {
      if (form.ticked("checks." + kind.key())) {
        checked.add(kind);
      }
    }
    if (!form.isValid()) {
      return invalid(gate(tenant, dataset, form));
    }
    try {
      datasets.publish(dataset, new Publication(checked, version, null, form.submission()), viewer);
    } catch (Problem refused) {
      refused.fields().forEach((field, message) -> form.reject(field, message.key()));
      if (form.isValid()) {
        throw refused;
      }
      return invalid(gate(tenant, dataset, form));
    }
    return Redirect.to(dataset.url(), "catalog.publish.done");
  }

  @PostMapping("/{tenant}/datasets/{id}/return")
  ModelAndView sendBack(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    Dataset dataset = atDesk(tenant, id, viewer);
    String reason = form.text("reason").max(1_000).required("catalog.sendBack.reason.missing");
    if (!form.isValid()) {
      return invalid(gate(tenant, dataset, form));
    }
    datasets.sendBack(dataset, reason, viewer);
    return Redirect.to(tenant.url("/datasets/desk"), "catalog.sendBack.done");
  }

  @PostMapping("/{tenant}/datasets/{id}/withdrawal")
  ModelAndView withdraw(Tenant tenant, @PathVariable String id, Form form, Viewer viewer) {
    viewer.require(tenant.id(), Role.STEWARD);
    Dataset dataset = atDesk(tenant, id, viewer);
    String reason = form.text("reason").max(1_000).required("catalog.withdraw.reason.missing");
    form.orThrow();
    datasets.withdraw(dataset, reason, viewer);
    return Redirect.to(dataset.url());
  }

  private ModelAndView gate(Tenant tenant, Dataset dataset, Form form) {
    List<FileVersion> newest = files.newest(dataset.id());
    List<Message> hints =
        newest.stream()
            .map(version -> TableView.of(files.rows(version, RowQuery.first(LOOKED_AT))))
            .flatMap(table -> PersonalDataHints.of(table).stream())
            .toList();
    Metadata known = dataset.metadata();
    var view =
        new GateView(
            dataset,
            newest,
            hints,
            datasets.missing(dataset),
            known.department() == null
                ? null
                : tenants
                    .department(tenant.id(), known.department())
                    .map(Department::name)
                    .orElse(null),
            known.license() == null ? null : licenses.find(known.license()).orElse(null));
    return new ModelAndView("catalog/gate", Map.of("view", view, "form", form));
  }

  private Dataset atDesk(Tenant tenant, String id, Viewer viewer) {
    return datasets.atDesk(tenant.id(), new DatasetId(id), viewer);
  }

  private static ModelAndView invalid(ModelAndView page) {
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }
}

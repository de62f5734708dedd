package org.allmende.reuse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.allmende.base.web.Created;
import org.allmende.base.web.Form;
import org.allmende.base.web.Listing;
import org.allmende.base.web.Pace;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Dataset;
import org.allmende.catalog.DatasetId;
import org.allmende.catalog.Datasets;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Uses as JSON. */
@RestController
@RequestMapping("/{tenant}/api/v1/datasets/{id}/uses")
class UseApi {

  private final Uses uses;
  private final Datasets datasets;
  private final PublicAddress address;
  private final Pace pace;

  UseApi(Uses uses, Datasets datasets, PublicAddress address, Pace pace) {
    this.pace = pace;
    this.address = address;
    this.uses = uses;
    this.datasets = datasets;
  }

  @GetMapping
  Listing<UseJson> list(Tenant tenant, @PathVariable String id, Viewer viewer) {
    Dataset dataset = datasets.get(tenant.id(), new DatasetId(id), viewer);
    return Listing.of(
        uses.of(List.of(dataset.id())).getOrDefault(dataset.id(), List.of()).stream()
            .map(use -> json(use, dataset))
            .toList());
  }

  /**
   * {@code {title, url?, kind?, department?}}; with a department it is an internal use, reported by
   * staff.
   */
  @PostMapping
  ResponseEntity<UseJson> report(
      Tenant tenant,
      @PathVariable String id,
      Form form,
      Viewer viewer,
      HttpServletRequest request,
      HttpServletResponse response) {
    Dataset dataset = datasets.get(tenant.id(), new DatasetId(id), viewer);
    NewUse fresh = NewUse.read(form);
    form.orThrow();
    pace.count(viewer, request, response);
    Use use = uses.report(dataset, fresh, form.submission(), viewer);
    UseJson json = json(use, dataset);
    return Created.at(json.url(), json);
  }

  private UseJson json(Use use, Dataset dataset) {
    return new UseJson(
        use.id(),
        address.of(dataset.url() + "#use-" + use.id()),
        use.kind().key(),
        use.title(),
        use.url(),
        use.department(),
        use.at());
  }

  /**
   * A use.
   *
   * @param url where it stands here
   * @param link where it can be seen
   */
  record UseJson(
      String id,
      String url,
      String kind,
      String title,
      @Nullable String link,
      @Nullable String department,
      Instant at) {}
}

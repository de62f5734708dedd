package org.allmende.catalog.dcat;

import java.io.ByteArrayOutputStream;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Redirect;
import org.allmende.base.web.Viewer;
import org.allmende.catalog.Dataset;
import org.allmende.catalog.DatasetId;
import org.allmende.catalog.Datasets;
import org.allmende.tenant.Tenant;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFDataMgr;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The catalogue for harvesters. */
@Controller
class DcatPages {

  private static final String FORMAT = "{format:ttl|rdf|jsonld}";

  private final Datasets datasets;
  private final CatalogGraph graph;

  DcatPages(Datasets datasets, CatalogGraph graph) {
    this.datasets = datasets;
    this.graph = graph;
  }

  /** The catalogue of a tenant, 100 datasets a page. */
  @GetMapping("/{tenant}/catalog." + FORMAT)
  ResponseEntity<byte[]> catalog(
      Tenant tenant,
      @PathVariable String format,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(name = "modified_since", required = false) @Nullable String since) {
    Format form = known(format);
    return answer(graph.page(tenant, CatalogPage.of(page, since), form), form);
  }

  /** The catalogue of all tenants. */
  @GetMapping("/catalog." + FORMAT)
  ResponseEntity<byte[]> all(
      @PathVariable String format,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(name = "modified_since", required = false) @Nullable String since) {
    Format form = known(format);
    return answer(graph.page(null, CatalogPage.of(page, since), form), form);
  }

  /** A dataset. */
  @GetMapping("/{tenant}/datasets/{id}." + FORMAT)
  ResponseEntity<byte[]> dataset(
      Tenant tenant, @PathVariable String id, @PathVariable String format, Viewer viewer) {
    Format form = known(format);
    Dataset dataset = datasets.get(tenant.id(), new DatasetId(id), viewer);
    if (!dataset.isPublished()) {
      throw dataset.isKnown() ? Problem.gone("catalog.gone") : Problem.notFound("catalog.notFound");
    }
    return answer(graph.dataset(tenant, dataset), form);
  }

  /** The IRI of the catalogue leads people to its page. */
  @GetMapping("/{tenant}/catalog")
  ModelAndView home(Tenant tenant) {
    return Redirect.to(tenant.url("/datasets"));
  }

  private static Format known(String ending) {
    Format format = Format.of(ending);
    if (format == null) {
      throw Problem.notFound("base.problem.notFound");
    }
    return format;
  }

  private static ResponseEntity<byte[]> answer(Model model, Format format) {
    var out = new ByteArrayOutputStream();
    RDFDataMgr.write(out, model, format.writer());
    return ResponseEntity.ok()
        .header("Content-Type", format.contentType())
        .header("Access-Control-Allow-Origin", "*")
        .body(out.toByteArray());
  }
}

package org.allmende.catalog.dcat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.PublicAddress;
import org.allmende.catalog.Dataset;
import org.allmende.catalog.DatasetFiles;
import org.allmende.catalog.DatasetId;
import org.allmende.catalog.DatasetQuery;
import org.allmende.catalog.Datasets;
import org.allmende.catalog.FileVersion;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A page of a catalogue in RDF, with the addresses of the other pages in both forms harvesters
 * know.
 */
@Component
class CatalogGraph {

  private final Datasets datasets;
  private final DatasetFiles files;
  private final Tenants tenants;
  private final DatasetGraph graph;
  private final PublicAddress address;

  CatalogGraph(
      Datasets datasets,
      DatasetFiles files,
      Tenants tenants,
      DatasetGraph graph,
      PublicAddress address) {
    this.datasets = datasets;
    this.files = files;
    this.tenants = tenants;
    this.graph = graph;
    this.address = address;
  }

  /** One dataset by itself. */
  Model dataset(Tenant tenant, Dataset dataset) {
    Model model = DatasetGraph.empty();
    graph.dataset(model, tenant, dataset, files.published(List.of(dataset.id())));
    return model;
  }

  /** A page of the tenant's catalogue, or of all tenants'. */
  Model page(@Nullable Tenant tenant, CatalogPage page, Format format) {
    TenantId whose = tenant == null ? null : tenant.id();
    var query = new DatasetQuery(whose, null, null, page.since(), page.offset(), CatalogPage.SIZE);
    int total = datasets.count(query);
    List<Dataset> shown = datasets.list(query);
    Map<DatasetId, List<FileVersion>> versions =
        files.published(shown.stream().map(Dataset::id).toList()).stream()
            .collect(Collectors.groupingBy(FileVersion::dataset));
    Map<TenantId, Tenant> owners =
        tenants.all().stream().collect(Collectors.toMap(Tenant::id, Function.identity()));

    Model model = DatasetGraph.empty();
    Resource catalog = catalog(model, tenant);
    for (Dataset dataset : shown) {
      Tenant owner = owners.get(dataset.tenant());
      if (owner != null) {
        catalog.addProperty(
            Terms.dcat("dataset"),
            graph.dataset(model, owner, dataset, versions.getOrDefault(dataset.id(), List.of())));
      }
    }
    shown.stream()
        .map(Dataset::changedAt)
        .max(Comparator.naturalOrder())
        .ifPresent(
            newest -> catalog.addProperty(Terms.dct("modified"), DatasetGraph.at(model, newest)));
    paging(model, tenant, page, format, total);
    return model;
  }

  private Resource catalog(Model model, @Nullable Tenant tenant) {
    String home = address.of(tenant == null ? "/" : tenant.url("/datasets"));
    String name = tenant == null ? "Allmende" : tenant.name();
    Resource catalog =
        model
            .createResource(address.of(tenant == null ? "/catalog" : tenant.url("/catalog")))
            .addProperty(RDF.type, Terms.type(Terms.DCAT + "Catalog"))
            .addProperty(Terms.dct("title"), "Offene Daten: " + name, "de")
            .addProperty(Terms.dct("description"), "Veröffentlichte Datensätze: " + name, "de")
            .addProperty(
                Terms.foaf("homepage"),
                model
                    .createResource(home)
                    .addProperty(RDF.type, Terms.type(Terms.FOAF + "Document")))
            .addProperty(Terms.dcat("themeTaxonomy"), model.createResource(Terms.THEMES));
    return catalog.addProperty(Terms.dct("publisher"), publisher(model, tenant));
  }

  private Resource publisher(Model model, @Nullable Tenant tenant) {
    return tenant != null
        ? graph.publisher(model, tenant)
        : model
            .createResource(address.of("/") + "#publisher")
            .addProperty(RDF.type, Terms.type(Terms.FOAF + "Agent"))
            .addProperty(Terms.foaf("name"), "Allmende");
  }

  private void paging(
      Model model, @Nullable Tenant tenant, CatalogPage page, Format format, int total) {
    int last = Math.max(1, (total + CatalogPage.SIZE - 1) / CatalogPage.SIZE);
    Function<Integer, String> address = number -> address(tenant, page, format, number);
    Resource view =
        model
            .createResource(address.apply(page.number()))
            .addProperty(RDF.type, Terms.type(Terms.HYDRA + "PagedCollection"))
            .addProperty(RDF.type, Terms.type(Terms.HYDRA + "PartialCollectionView"))
            .addLiteral(Terms.hydra("totalItems"), total)
            .addLiteral(Terms.hydra("itemsPerPage"), CatalogPage.SIZE);
    link(view, "first", address.apply(1));
    link(view, "last", address.apply(last));
    if (page.number() < last) {
      link(view, "next", address.apply(page.number() + 1));
    }
    if (page.number() > 1) {
      link(view, "previous", address.apply(page.number() - 1));
    }
  }

  /** The old class names pages as text, the new one as addresses. */
  private static void link(Resource view, String which, String target) {
    view.addProperty(Terms.hydra(which + "Page"), target);
    view.addProperty(Terms.hydra(which), view.getModel().createResource(target));
  }

  private String address(@Nullable Tenant tenant, CatalogPage page, Format format, int number) {
    String path = "/catalog." + format.ending();
    String since =
        page.given() == null
            ? ""
            : "&modified_since=" + URLEncoder.encode(page.given(), StandardCharsets.UTF_8);
    return address.of(tenant == null ? path : tenant.url(path)) + "?page=" + number + since;
  }
}

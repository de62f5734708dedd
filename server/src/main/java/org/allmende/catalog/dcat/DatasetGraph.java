package org.allmende.catalog.dcat;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.allmende.base.id.Origin;
import org.allmende.base.web.PublicAddress;
import org.allmende.catalog.Contact;
import org.allmende.catalog.Dataset;
import org.allmende.catalog.FileVersion;
import org.allmende.catalog.License;
import org.allmende.catalog.Licenses;
import org.allmende.catalog.Metadata;
import org.allmende.catalog.Topic;
import org.allmende.catalog.Topics;
import org.allmende.tenant.Tenant;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in RDF what is known of a tenant, a dataset and its files. */
@Component
class DatasetGraph {

  private static final int MUNICIPALITY_KEY = 8;
  private static final int DISTRICT_KEY = 5;

  private final PublicAddress address;
  private final Topics topics;
  private final Licenses licenses;

  DatasetGraph(PublicAddress address, Topics topics, Licenses licenses) {
    this.address = address;
    this.topics = topics;
    this.licenses = licenses;
  }

  /** An empty graph with short names for the vocabularies. */
  static Model empty() {
    JenaSystem.init();
    return ModelFactory.createDefaultModel()
        .setNsPrefix("dcat", Terms.DCAT)
        .setNsPrefix("dct", Terms.DCT)
        .setNsPrefix("foaf", Terms.FOAF)
        .setNsPrefix("vcard", Terms.VCARD)
        .setNsPrefix("dcatde", Terms.DCATDE)
        .setNsPrefix("hydra", Terms.HYDRA)
        .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#");
  }

  Resource publisher(Model model, Tenant tenant) {
    Resource publisher =
        model
            .createResource(address.of(tenant.url("/")) + "#publisher")
            .addProperty(RDF.type, Terms.type(Terms.FOAF + "Agent"))
            .addProperty(RDF.type, Terms.type(Terms.FOAF + "Organization"))
            .addProperty(Terms.foaf("name"), tenant.name());
    Resource mailbox = mailto(model, tenant.contact());
    return mailbox == null ? publisher : publisher.addProperty(Terms.foaf("mbox"), mailbox);
  }

  Resource dataset(Model model, Tenant tenant, Dataset dataset, List<FileVersion> files) {
    Metadata metadata = dataset.metadata();
    Resource about =
        model
            .createResource(address.of(dataset.url()))
            .addProperty(RDF.type, Terms.type(Terms.DCAT + "Dataset"))
            .addProperty(Terms.dct("title"), metadata.title(), "de")
            .addProperty(Terms.dct("description"), metadata.description(), "de")
            .addProperty(Terms.dct("identifier"), address.of(dataset.url()))
            .addProperty(Terms.dct("publisher"), publisher(model, tenant))
            .addProperty(Terms.dct("modified"), at(model, dataset.changedAt()));
    if (dataset.publishedAt() != null) {
      about.addProperty(Terms.dct("issued"), at(model, dataset.publishedAt()));
    }
    about.addProperty(
        Terms.dcat("landingPage"),
        model
            .createResource(address.of(dataset.url()) + "#page")
            .addProperty(RDF.type, Terms.type(Terms.FOAF + "Document")));
    if (tenant.contributorId() != null) {
      about.addProperty(
          Terms.dcatde("contributorID"), model.createResource(tenant.contributorId()));
    }
    metadata.keywords().forEach(word -> about.addProperty(Terms.dcat("keyword"), word, "de"));
    topic(about, metadata);
    contact(about, metadata.contact());
    place(about, tenant);
    time(about, metadata.from(), metadata.to());
    if (metadata.rhythm() != null) {
      about.addProperty(
          Terms.dct("accrualPeriodicity"), model.createResource(metadata.rhythm().uri()));
    }
    dataset.origins().forEach(origin -> origin(about, origin));
    for (FileVersion file : files) {
      distributions(about, tenant, dataset, file);
    }
    return about;
  }

  private void topic(Resource about, Metadata metadata) {
    Topic topic = metadata.topic() == null ? null : topics.find(metadata.topic()).orElse(null);
    if (topic == null) {
      return;
    }
    Model model = about.getModel();
    about
        .addProperty(Terms.dct("references"), model.createResource(topic.uri()))
        .addProperty(Terms.dcat("theme"), model.createResource(topic.euTheme().uri()))
        .addProperty(Terms.dcat("keyword"), topic.label(Locale.GERMAN), "de");
  }

  private void contact(Resource about, @Nullable Contact contact) {
    if (contact == null) {
      return;
    }
    Model model = about.getModel();
    Resource card =
        model
            .createResource()
            .addProperty(RDF.type, Terms.type(Terms.VCARD + "Organization"))
            .addProperty(Terms.vcard("fn"), contact.function());
    Resource mailbox = mailto(model, contact.email());
    if (mailbox != null) {
      card.addProperty(Terms.vcard("hasEmail"), mailbox);
    }
    Resource page = web(model, contact.url());
    if (page != null) {
      card.addProperty(Terms.vcard("hasURL"), page);
    }
    about.addProperty(Terms.dcat("contactPoint"), card);
  }

  /**
   * The official key of the tenant says where its data are about; a lab or an association has none.
   */
  private static void place(Resource about, Tenant tenant) {
    String key = tenant.ags();
    if (key == null || !(key.length() == MUNICIPALITY_KEY || key.length() == DISTRICT_KEY)) {
      return;
    }
    boolean town = key.length() == MUNICIPALITY_KEY;
    Model model = about.getModel();
    Resource place =
        model.createResource(Terms.GEOCODING + (town ? "municipalityKey/" : "districtKey/") + key);
    about
        .addProperty(
            Terms.dcatde("politicalGeocodingLevelURI"),
            model.createResource(
                Terms.GEOCODING + "Level/" + (town ? "municipality" : "administrativeDistrict")))
        .addProperty(Terms.dcatde("politicalGeocodingURI"), place)
        .addProperty(
            Terms.dct("spatial"), place.addProperty(RDF.type, Terms.type(Terms.DCT + "Location")));
  }

  private static void time(Resource about, @Nullable LocalDate from, @Nullable LocalDate to) {
    if (from == null && to == null) {
      return;
    }
    Model model = about.getModel();
    Resource period =
        model.createResource().addProperty(RDF.type, Terms.type(Terms.DCT + "PeriodOfTime"));
    if (from != null) {
      period.addProperty(
          Terms.dcat("startDate"), model.createTypedLiteral(from.toString(), XSDDatatype.XSDdate));
    }
    if (to != null) {
      period.addProperty(
          Terms.dcat("endDate"), model.createTypedLiteral(to.toString(), XSDDatatype.XSDdate));
    }
    about.addProperty(Terms.dct("temporal"), period);
  }

  private void origin(Resource about, Origin origin) {
    Model model = about.getModel();
    Resource statement =
        model
            .createResource()
            .addProperty(RDF.type, Terms.type(Terms.DCT + "ProvenanceStatement"))
            .addProperty(RDFS.label, origin.title(), "de");
    Resource page =
        web(model, origin.url().startsWith("/") ? address.of(origin.url()) : origin.url());
    if (page != null) {
      statement.addProperty(RDFS.seeAlso, page);
    }
    about.addProperty(Terms.dct("provenance"), statement);
  }

  /** The file as it was uploaded, and the table made of it in two forms. */
  private void distributions(Resource about, Tenant tenant, Dataset dataset, FileVersion file) {
    String path = dataset.url() + "/files/" + file.file();
    Resource original =
        distribution(
            about, tenant, dataset, file, path + "/original", file.name(), "CSV", "text/csv");
    original.addProperty(
        Terms.dcat("byteSize"),
        about
            .getModel()
            .createTypedLiteral(String.valueOf(file.original().bytes()), XSDDatatype.XSDdecimal));
    distribution(about, tenant, dataset, file, path + "/csv", "CSV, UTF-8", "CSV", "text/csv");
    distribution(about, tenant, dataset, file, path + "/json", "JSON", "JSON", "application/json");
  }

  private Resource distribution(
      Resource about,
      Tenant tenant,
      Dataset dataset,
      FileVersion file,
      String path,
      String title,
      String type,
      String mediaType) {
    Model model = about.getModel();
    Resource download = model.createResource(address.of(path));
    Resource distribution =
        model
            .createResource(address.of(path) + "#distribution")
            .addProperty(RDF.type, Terms.type(Terms.DCAT + "Distribution"))
            .addProperty(Terms.dct("title"), title, "de")
            .addProperty(Terms.dcat("accessURL"), download)
            .addProperty(Terms.dcat("downloadURL"), download)
            .addProperty(Terms.dct("format"), model.createResource(Terms.FILE_TYPE + type))
            .addProperty(
                Terms.dcat("mediaType"), model.createResource(Terms.MEDIA_TYPE + mediaType));
    if (file.publishedAt() != null) {
      distribution.addProperty(Terms.dct("modified"), at(model, file.publishedAt()));
    }
    String name = dataset.metadata().license();
    License license = name == null ? null : licenses.find(name).orElse(null);
    if (license != null) {
      distribution.addProperty(Terms.dct("license"), model.createResource(license.uri()));
      String attribution = dataset.metadata().attribution();
      if (license.naming() || attribution != null) {
        distribution.addProperty(
            Terms.dcatde("licenseAttributionByText"),
            attribution == null ? tenant.name() : attribution,
            "de");
      }
    }
    about.addProperty(Terms.dcat("distribution"), distribution);
    return distribution;
  }

  static Literal at(Model model, Instant instant) {
    return model.createTypedLiteral(
        instant.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
  }

  private static @Nullable Resource mailto(Model model, @Nullable String mailbox) {
    try {
      return mailbox == null
          ? null
          : model.createResource(new URI("mailto", mailbox, null).toASCIIString());
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** One bad address must not spoil the whole catalogue. */
  private static @Nullable Resource web(Model model, @Nullable String page) {
    try {
      return page == null ? null : model.createResource(new URI(page).toASCIIString());
    } catch (URISyntaxException e) {
      return null;
    }
  }
}

package org.allmende.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.allmende.AllmendeTest;
import org.allmende.Caller.Answer;
import org.allmende.Statements;
import org.allmende.base.id.Ids;
import org.allmende.base.id.Origin;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Viewer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue is valid DCAT-AP.de by the official shapes, and the same in its three forms. */
@AllmendeTest
class DcatTest {

  private static final String DCAT = "http://www.w3.org/ns/dcat#";

  /**
   * A dataset, its file and the file's version under other names; each begins anew from the
   * original.
   */
  private static final List<String> COPY =
      List.of(
          """
          insert into catalog_dataset select (jsonb_populate_record(d, jsonb_build_object('id', :id))).*
          from catalog_dataset d where id = :of
          """,
          """
          insert into catalog_file
          select (jsonb_populate_record(f, jsonb_build_object('id', :file, 'dataset', :id))).*
          from catalog_file f where dataset = :of
          """,
          """
          insert into catalog_file_version
          select (jsonb_populate_record(v, jsonb_build_object('file', :file))).*
          from catalog_file_version v join catalog_file f on f.id = v.file where f.dataset = :of
          """);

  @Autowired Datasets datasets;
  @Autowired JdbcClient sql;
  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @LocalServerPort int port;
  private CatalogTown town;

  @BeforeEach
  void foundTown() {
    JenaSystem.init();
    town = new CatalogTown(port, tenants, people, tokens);
  }

  @Test
  void isValidUnderBothVersions() throws Exception {
    publish("Spielplätze");
    publish("Schulen");
    publishWithAllThereIsToSay();
    Optional<DcatShapes> shapes = DcatShapes.find();
    assumeTrue(
        shapes.isPresent(),
        "the shapes of DCAT-AP.de are not beside the project (ALLMENDE_TEST_DATA)");
    Model catalog = read(town.tenant.url("/catalog.ttl"), Lang.TURTLE);
    assertThat(catalog.listStatements().toList())
        .extracting(statement -> statement.getPredicate().getLocalName())
        .contains(
            "temporal",
            "startDate",
            "endDate",
            "provenance",
            "accrualPeriodicity",
            "licenseAttributionByText",
            "hasEmail",
            "hasURL");
    assertThat(shapes.orElseThrow().violationsOf2(catalog)).isEmpty();
    assertThat(shapes.orElseThrow().violationsOf3(catalog)).isEmpty();
  }

  @Test
  void saysTheSameInAllForms() throws Exception {
    String id = publish("Spielplätze");
    publish("Noch ein Datensatz");
    String dataset = town.tenant.url("/datasets/" + id);
    Model turtle = read(dataset + ".ttl", Lang.TURTLE);
    assertThat(turtle.isIsomorphicWith(read(dataset + ".rdf", Lang.RDFXML))).isTrue();
    assertThat(turtle.isIsomorphicWith(read(dataset + ".jsonld", Lang.JSONLD11))).isTrue();
    String catalog = town.tenant.url("/catalog");
    assertThat(datasets(read(catalog + ".ttl", Lang.TURTLE)))
        .hasSize(2)
        .isEqualTo(datasets(read(catalog + ".rdf", Lang.RDFXML)))
        .isEqualTo(datasets(read(catalog + ".jsonld", Lang.JSONLD11)));
    assertThat(town.get(town.tenant.url("/catalog.ttl?modified_since=2999-01-01"), null).body())
        .contains("totalItems")
        .doesNotContain("dcat:Dataset");
    assertThat(town.get(town.tenant.url("/catalog.ttl?modified_since=gestern"), null).status())
        .isEqualTo(400);
    assertThat(town.get("/catalog.ttl", null).body()).contains(id);
    String draft = town.draft("Noch nicht öffentlich");
    assertThat(town.get(town.tenant.url("/datasets/" + draft + ".ttl"), null).status())
        .isEqualTo(404);
    assertThat(town.get(town.tenant.url("/catalog.ttl"), null).body()).doesNotContain(draft);
  }

  /** However large a catalogue is: a page holds 100 datasets and asks the database as often. */
  @Test
  void isWalkedInPagesOfEqualCost() throws Exception {
    multiply(publish("Original"), 249);
    List<String> met = new ArrayList<>();
    List<Integer> datasets = new ArrayList<>();
    List<Long> statements = new ArrayList<>();
    Set<String> views = new LinkedHashSet<>();
    String path = town.tenant.url("/catalog.ttl");
    while (path != null) {
      String address = path;
      statements.add(
          Statements.during(() -> town.get(address, null)).stream()
              .filter(statement -> statement.contains("catalog_"))
              .count());
      Model page = read(path, Lang.TURTLE);
      Set<String> shown = datasets(page);
      datasets.add(shown.size());
      met.addAll(shown);
      Resource view = page.listSubjectsWithProperty(hydra("totalItems")).next();
      assertThat(view.getProperty(hydra("totalItems")).getInt()).isEqualTo(250);
      assertThat(view.getProperty(hydra("last")).getResource().getURI()).endsWith("?page=3");
      views.add(view.getURI());
      path =
          view.hasProperty(hydra("next"))
              ? afterHost(view.getProperty(hydra("next")).getResource().getURI())
              : null;
    }
    assertThat(datasets).containsExactly(100, 100, 50);
    assertThat(met).hasSize(250).doesNotHaveDuplicates();
    assertThat(views).hasSize(3);
    assertThat(statements)
        .as("how many, which datasets, their origins, their files")
        .containsOnly(4L);
  }

  @Test
  void tellsWhatChangedSinceATime() throws Exception {
    String old = publish("Alt");
    sql.sql("update catalog_dataset set changed_at = '2020-05-01T10:00:00Z' where id = ?")
        .param(old)
        .update();
    String fresh = publish("Neu");
    assertThat(since("2020-05-01T10:00:00Z")).contains(old, fresh);
    assertThat(since("2020-05-01T10:00:01Z")).contains(fresh).doesNotContain(old);
    assertThat(since("2020-05-02")).contains(fresh).doesNotContain(old);
    assertThat(since("2020-05-02")).contains("catalog.ttl?page=1&modified_since=2020-05-02");
  }

  private String since(String time) throws Exception {
    Answer answer = town.get(town.tenant.url("/catalog.ttl?modified_since=" + time), null);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static Set<String> datasets(Model model) {
    return model
        .listResourcesWithProperty(RDF.type, model.createResource(DCAT + "Dataset"))
        .toList()
        .stream()
        .map(Resource::getURI)
        .collect(Collectors.toSet());
  }

  private static Property hydra(String name) {
    return ResourceFactory.createProperty("http://www.w3.org/ns/hydra/core#", name);
  }

  private static String afterHost(String address) {
    URI uri = URI.create(address);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  /** So many copies of a published dataset and its file, made where publishing each takes long. */
  private void multiply(String id, int copies) {
    for (int n = 1; n <= copies; n++) {
      Map<String, String> ids = Map.of("id", Ids.next(), "file", Ids.next(), "of", id);
      for (String copy : COPY) {
        sql.sql(copy).params(ids).update();
      }
    }
  }

  private String publish(String title) throws Exception {
    String id = town.draft(title);
    publishDraft(id);
    return id;
  }

  /** A dataset with every field of the form filled in, which came of a wish and of a promise. */
  private void publishWithAllThereIsToSay() throws Exception {
    List<Origin> origins =
        List.of(
            new Origin("Wo ist Schatten?", town.tenant.url("/wishes/w"), new Ref("wish", "w")),
            new Origin("Fachbereich Jugend", "https://alt.example/zusagen/1?tag=4 mai", null));
    String id =
        datasets
            .draft(
                new DatasetDraft(town.tenant.id(), "Schattenplätze", "", null, null, origins),
                Viewer.system())
            .value();
    Answer described =
        town.json(
            "PATCH",
            town.api("/datasets/" + id),
            town.steward,
            """
            {"description": "Plätze mit Schatten um 14 Uhr.", "department": "Fachbereich Jugend",
             "topic": "spielplatz-und-spielstaette", "license": "dl-de/by-2.0",
             "attribution": "Musterstadt, Fachbereich Jugend", "rhythm": "%s",
             "from": "2025-06-01", "to": "2026-05-31", "keywords": ["Schatten", "Hitze"],
             "contact": {"function": "Datenstelle", "email": "daten@musterstadt.example",
               "url": "https://musterstadt.example/daten"}}
            """
                .formatted(Rhythm.YEARLY.key()));
    assertThat(described.status()).as(described.body()).isEqualTo(200);
    publishDraft(id);
  }

  private void publishDraft(String id) throws Exception {
    town.upload(
        town.api("/datasets/" + id + "/files"),
        town.officer,
        "tabelle.csv",
        "Ort;Anzahl\nMeerbeck;141\nAsberg;121\n".getBytes(StandardCharsets.UTF_8));
    Answer published =
        town.json(
            "POST",
            town.api("/datasets/" + id + "/publication"),
            town.steward,
            "{\"checks\": {\"legal\": true, \"personalData\": true, \"license\": true, \"contact\": true}}");
    assertThat(published.status()).as(published.body()).isEqualTo(201);
  }

  private Model read(String path, Lang language) throws Exception {
    Answer answer = town.get(path, null);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(model, new StringReader(answer.body()), "http://base.example/", language);
    return model;
  }
}

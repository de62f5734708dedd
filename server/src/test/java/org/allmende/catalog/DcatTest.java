package org.allmende.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.allmende.AllmendeTest;
import org.allmende.Caller.Answer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The catalogue is valid DCAT-AP.de by the official shapes, and the same in its three forms. */
@AllmendeTest
class DcatTest {

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
    Optional<DcatShapes> shapes = DcatShapes.find();
    assumeTrue(
        shapes.isPresent(),
        "the shapes of DCAT-AP.de are not beside the project (ALLMENDE_TEST_DATA)");
    Model catalog = read(town.tenant.url("/catalog.ttl"), Lang.TURTLE);
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

  private String publish(String title) throws Exception {
    String id = town.draft(title);
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
    return id;
  }

  private Model read(String path, Lang language) throws Exception {
    Answer answer = town.get(path, null);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(model, new StringReader(answer.body()), "http://base.example/", language);
    return model;
  }
}

package org.allmende.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.SKOS;

/**
 * The official SHACL shapes of DCAT-AP.de, read from the test data beside the project. Imports are
 * not followed; the vocabularies the shapes look into are merged into the graph under test.
 */
final class DcatShapes {

  private static final List<String> V2 =
      List.of(
          "v2.0/dcat-ap-de-imports.ttl",
          "v2.0/dcat-ap-spec-german-messages.ttl",
          "v2.0/dcat-ap-spec-german-additions.ttl",
          "v2.0/dcat-ap-de-deprecated.ttl",
          "v2.0/dcat-ap-konventionen.ttl");
  private static final List<String> V3 =
      List.of(
          "v3.0/dcat-ap-SHACL-DE.ttl",
          "v3.0/dcat-ap-de-deprecated.ttl",
          "v3.0/dcat-ap-spec-german-additions.ttl",
          "v3.0/dcat-ap-de-controlledvocabularies.ttl");
  private static final List<String> VOCABULARIES =
      List.of(
          "dcat-ap-de/mirror/foaf_0_1.rdf",
          "dcat-ap-de/mirror/vcard.ttl",
          "dcat-ap-de/mirror/org.ttl",
          "dcat-ap-de/dashboard/dcat-ap-de-contributors.rdf",
          "dcat-ap-de/dashboard/dcat-ap-de-licenses-open.rdf",
          "vocab/piveau_data-theme-skos.rdf",
          "vocab/piveau_filetypes-skos.rdf");

  /**
   * The vocabulary of the EU's Publications Office that is not among the test data, as far as it is
   * used here.
   */
  private static final String FREQUENCY =
      "http://publications.europa.eu/resource/authority/frequency";

  private static final List<String> FREQUENCIES =
      List.of(
          "CONT",
          "DAILY",
          "WEEKLY",
          "MONTHLY",
          "QUARTERLY",
          "ANNUAL_2",
          "ANNUAL",
          "BIENNIAL",
          "IRREG",
          "NEVER");

  private final Path data;

  private DcatShapes(Path data) {
    JenaSystem.init();
    this.data = data;
  }

  /**
   * Found through {@code ALLMENDE_TEST_DATA}, or as {@code shared/data} beside one of the folders
   * above.
   */
  static Optional<DcatShapes> find() {
    String given = System.getenv("ALLMENDE_TEST_DATA");
    if (given != null) {
      return Optional.of(new DcatShapes(Path.of(given)));
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path beside = folder.resolve("shared/data");
      if (Files.isDirectory(beside.resolve("dcat-ap-de"))) {
        return Optional.of(new DcatShapes(beside));
      }
    }
    return Optional.empty();
  }

  List<String> violationsOf2(Model model) {
    return violations(V2, model);
  }

  List<String> violationsOf3(Model model) {
    return violations(V3, model);
  }

  private List<String> violations(List<String> files, Model model) {
    Model shapes = ModelFactory.createDefaultModel();
    files.forEach(file ->
        RDFDataMgr.read(shapes, data.resolve("dcat-ap-de").resolve(file).toUri().toString()));
    Model whole = ModelFactory.createDefaultModel().add(model);
    VOCABULARIES.forEach(file -> RDFDataMgr.read(whole, data.resolve(file).toUri().toString()));
    FREQUENCIES.forEach(code ->
        whole
            .createResource(FREQUENCY + "/" + code)
            .addProperty(SKOS.inScheme, whole.createResource(FREQUENCY)));
    ValidationReport report =
        ShaclValidator.get().validate(Shapes.parse(shapes.getGraph()), whole.getGraph());
    return report.getEntries().stream()
        .filter(entry -> entry.severity().level().getURI().endsWith("#Violation"))
        .map(entry ->
            entry.focusNode()
                + " "
                + entry.resultPath()
                + " "
                + entry.value()
                + ": "
                + entry.message())
        .sorted()
        .toList();
  }
}

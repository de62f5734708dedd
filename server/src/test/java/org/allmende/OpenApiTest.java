package org.allmende;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The description for machines names the fields of each call and nothing that is none. */
@AllmendeTest
class OpenApiTest {

  private static final String WORKSHOP = "/{tenant}/api/v1/workshops/{id}";

  @LocalServerPort int port;

  @Test
  void namesWhatACallTakes() {
    JsonNode paths = Caller.at(port).get("/api/v1/openapi.json").json().get("paths");
    assertThat(body(paths, WORKSHOP + "/cards", "post"))
        .isEqualTo("[text, zone, hat, effort, risk] of which [text]");
    assertThat(body(paths, WORKSHOP + "/agenda", "post"))
        .isEqualTo("[version, kind, title, minutes] of which [kind, minutes, title, version]");
    assertThat(body(paths, WORKSHOP + "/groups", "post"))
        .startsWith("[groups, size, blend-department,")
        .endsWith("of which []");
    assertThat(body(paths, "/{tenant}/api/v1/datasets/{id}/publication", "post"))
        .isEqualTo("[commitment, version, checks] of which [checks]");
    assertThat(
            paths
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(call -> call.has("parameters"))
                .flatMap(call -> call.get("parameters").valueStream())
                .map(parameter ->
                    parameter.get("name").asString() + " in " + parameter.get("in").asString()))
        .contains("tenant in path", "phase in path")
        .doesNotContain("form in query", "viewer in query", "tenant in query");
  }

  private static String body(JsonNode paths, String path, String method) {
    JsonNode schema =
        paths.at(
            List.of(path, method, "requestBody", "content", "application/json", "schema").stream()
                .map(part -> "/" + part.replace("/", "~1"))
                .reduce("", String::concat));
    List<String> required =
        schema.has("required")
            ? schema.get("required").valueStream().map(JsonNode::asString).toList()
            : List.of();
    return List.copyOf(schema.get("properties").propertyNames()) + " of which " + required;
  }
}

package org.allmende.base.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;

/**
 * Says in the machine's description what a call takes. The fields are those of the table people
 * read, which a test compares with the program: forms are read field by field, and no class names
 * them.
 */
@Component
class OpenApiBodies implements GlobalOpenApiCustomizer {

  private static final String TABLE = "/docs/api/README.md";
  private static final String BASE = "/{tenant}/api/v1/";
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(POST|PUT|PATCH) ([^`]+)` \\| [^|]* \\| `\\{([^`]+)}`");

  /** Who asks and what was sent are no parameters of an address. */
  OpenApiBodies() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Form.class, Viewer.class);
  }

  @Override
  public void customise(OpenAPI api) {
    Map<String, String> bodies = documented();
    api.getPaths()
        .forEach((path, item) ->
            item.readOperationsMap()
                .forEach((method, operation) -> {
                  place(operation, path);
                  String body = bodies.get(call(method.name(), path));
                  if (body != null) {
                    describe(operation, schema(body));
                  }
                }));
  }

  /** What the address names is a word in it, whatever it is read into. */
  private static void place(Operation operation, String path) {
    Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
        .filter(parameter -> path.contains("{" + parameter.getName() + "}"))
        .forEach(parameter -> parameter.in("path").required(true).schema(new StringSchema()));
  }

  /** The words between the braces, by call. */
  private static Map<String, String> documented() {
    try (InputStream table =
        Objects.requireNonNull(OpenApiBodies.class.getResourceAsStream(TABLE), TABLE)) {
      return ROW.matcher(new String(table.readAllBytes(), StandardCharsets.UTF_8))
          .results()
          .collect(
              Collectors.toMap(
                  row -> call(row.group(1), BASE + row.group(2)), row -> row.group(3)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Path variables are called by whatever name is handy. */
  private static String call(String method, String path) {
    return method + " " + path.replaceAll("\\{[^}]+}", "{}");
  }

  private static void describe(Operation operation, Schema<?> schema) {
    RequestBody body = Objects.requireNonNullElseGet(operation.getRequestBody(), RequestBody::new);
    Content content = Objects.requireNonNullElseGet(body.getContent(), Content::new);
    content.addMediaType("application/json", new MediaType().schema(schema));
    operation.setRequestBody(body.content(content));
  }

  /** {@code a?} may be left out, of {@code a or b} one is enough, the dots stand for more. */
  private static Schema<?> schema(String body) {
    Schema<?> schema = new ObjectSchema();
    for (String field : fields(body)) {
      String[] names = field.replaceFirst(":.*", "").replace("…", "").strip().split(" or ");
      for (String given : names) {
        String name = given.replace("?", "");
        if (!name.isEmpty()) {
          schema.addProperty(name, new Schema<>());
        }
        if (names.length == 1 && !name.isEmpty() && name.equals(given)) {
          schema.addRequiredItem(name);
        }
      }
    }
    return schema;
  }

  /** What stands between the commas, except those within another field. */
  private static List<String> fields(String body) {
    List<String> fields = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int at = 0; at < body.length(); at++) {
      switch (body.charAt(at)) {
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case ',' -> {
          if (depth == 0) {
            fields.add(body.substring(from, at));
            from = at + 1;
          }
        }
        default -> {}
      }
    }
    fields.add(body.substring(from));
    return fields;
  }
}

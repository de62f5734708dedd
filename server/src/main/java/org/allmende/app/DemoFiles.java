package org.allmende.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.allmende.base.web.UploadFolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The texts and tables of the demo content as they lie in {@code resources/demo}. */
@Component
class DemoFiles {

  // What a file leaves out is null, 0 or false; enums are written as they read best.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private final UploadFolder folder;

  DemoFiles(UploadFolder folder) {
    this.folder = folder;
  }

  /** What a file of texts holds. */
  <T> List<T> list(String name, Class<T[]> type) {
    return List.of(one(name, type));
  }

  <T> T one(String name, Class<T> type) {
    try (InputStream in = open(name)) {
      return JSON.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy of a table on disk, where uploads come in. */
  Path table(String name) {
    Path copy = folder.path().resolve("demo-" + name);
    try (InputStream in = open("tables/" + name)) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(DemoFiles.class.getResourceAsStream("/demo/" + name), name);
  }
}

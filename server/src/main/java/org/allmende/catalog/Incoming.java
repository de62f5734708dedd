package org.allmende.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Problem;
import org.allmende.base.web.UploadFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Holds a file on disk while it is looked at; afterwards only what was accepted is left, as a blob.
 */
@Component
class Incoming {

  private final UploadFolder folder;

  Incoming(UploadFolder folder) {
    this.folder = folder;
  }

  /**
   * Hands the file on.
   *
   * @throws Problem 422 if none was sent
   */
  <T> T take(@Nullable MultipartFile file, @Nullable String submission, Function<Upload, T> use)
      throws IOException {
    if (file == null || Objects.requireNonNullElse(file.getOriginalFilename(), "").isEmpty()) {
      throw Problem.invalid("catalog.upload.missing");
    }
    Path place = folder.path().resolve(Ids.next());
    try {
      file.transferTo(place);
      String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      return use.apply(new Upload(name, place, submission));
    } finally {
      Files.deleteIfExists(place);
    }
  }
}

package org.allmende.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The word lists that come with the product, beside this package on the class path. */
final class Lines {

  private Lines() {}

  static List<String> of(String name) {
    try (InputStream in = Lines.class.getResourceAsStream("/search/" + name)) {
      if (in == null) {
        throw new IllegalStateException("word list missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.allmende.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The licences a dataset may have; the three that are recommended come first. */
@Component
public class Licenses {

  private final Map<String, License> byName = new LinkedHashMap<>();
  private final List<License> all;

  Licenses() {
    all = read();
    all.forEach(license -> byName.put(plain(license.id()), license));
    // The names the licences have in everyday use.
    alias("dl-de/zero-2.0", "dl-zero-de/2.0");
    alias("dl-de/by-2.0", "dl-by-de/2.0");
    alias("cc0", "cc-zero");
    alias("cc-by-4.0", "cc-by/4.0");
    alias("cc-by-sa-4.0", "cc-by-sa/4.0");
  }

  /** All of them in the order of choice. */
  public List<License> all() {
    return all;
  }

  /** The licence by short name, everyday name or IRI, in any of the spellings that are about. */
  public Optional<License> find(String name) {
    String bare = name.strip();
    int base = bare.indexOf("/def/licenses/");
    return Optional.ofNullable(
        byName.get(plain(base < 0 ? bare : bare.substring(base + "/def/licenses/".length()))));
  }

  private void alias(String everyday, String id) {
    License license = byName.get(plain(id));
    if (license != null) {
      byName.put(plain(everyday), license);
    }
  }

  /** The old list writes 2_0 where the new one writes 2.0; people write blanks and dashes. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static List<License> read() {
    try (InputStream in = Licenses.class.getResourceAsStream("/catalog/licenses.csv")) {
      if (in == null) {
        throw new IllegalStateException("table missing: licenses.csv");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(";", -1))
          .map(cells -> new License(cells[0], cells[1], cells[2], cells[3].equals("yes")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

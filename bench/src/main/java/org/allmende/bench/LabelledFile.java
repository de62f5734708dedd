package org.allmende.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The labelled titles of the Musterdatenkatalog, read at run time from the folder of shared test
 * data beside the checkout; never part of this repository.
 */
final class LabelledFile {

  private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&[a-z]+;");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern PUBLISHER = Pattern.compile("^Stadt (Moers|Bonn|Köln): ");
  private static final int LONGEST_TITLE = 190;
  private static final int LONGEST_DESCRIPTION = 2_000;

  /**
   * A published dataset.
   *
   * @param city who published it, as the file says
   * @param label the older label
   * @param title its title as published
   * @param topic IRI of the topic of V4, null if the crosswalk knows none
   */
  record Row(String city, String label, String title, String description, @Nullable String topic) {

    /** Without the name of the publisher that some portals put before it. */
    String plainTitle() {
      return PUBLISHER.matcher(title).replaceFirst("");
    }
  }

  /** A title whose topic of V4 is known. */
  record Known(String city, String title, String topic) {}

  private LabelledFile() {}

  /** The titles that the crosswalk gives a topic. */
  static List<Known> known(List<Row> rows) {
    List<Known> known = new ArrayList<>();
    for (Row row : rows) {
      String topic = row.topic();
      if (topic != null) {
        known.add(new Known(row.city(), row.title(), topic));
      }
    }
    return known;
  }

  static List<Row> read(Options options) throws IOException {
    Path file =
        Path.of(
            options.text(
                "file",
                Bench.ROOT
                    .resolve("../shared/data/musterdatenkatalog/baseline_training_3506.csv")
                    .normalize()
                    .toString()));
    if (!Files.exists(file)) {
      throw new IOException(
          "The labelled file is not at " + file + "; name another place with --file");
    }
    Map<String, String> crosswalk = new HashMap<>();
    Lines.of("older-labels.tsv").forEach(cells -> crosswalk.put(cells[0], cells[1]));
    List<List<String>> table = cells(Files.readString(file, StandardCharsets.UTF_8));
    List<String> header = table.getFirst();
    int title = header.indexOf("dct:title");
    int label = header.indexOf("MUSTERDATENSATZ");
    int description = header.indexOf("dct:description");
    int city = header.indexOf("ORG");
    List<Row> rows = new ArrayList<>();
    for (List<String> cells : table.subList(1, table.size())) {
      String topic = crosswalk.get(cells.get(label));
      rows.add(
          new Row(
              cells.get(city),
              cells.get(label),
              plain(cells.get(title), LONGEST_TITLE),
              plain(cells.get(description), LONGEST_DESCRIPTION),
              topic == null || topic.equals("-") ? null : topic));
    }
    return rows;
  }

  private static String plain(String text, int longest) {
    String plain = SPACE.matcher(MARKUP.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
    return plain.substring(0, Math.min(longest, plain.length()));
  }

  /** Comma-separated values with quoted cells that may hold commas, quotes and line ends. */
  private static List<List<String>> cells(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < csv.length(); at++) {
      char c = csv.charAt(at);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (at + 1 < csv.length() && csv.charAt(at + 1) == '"') {
          cell.append('"');
          at++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
      row.add(cell.toString());
      rows.add(row);
    }
    return rows;
  }
}

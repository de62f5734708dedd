package org.allmende.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The topics and themes as they come with the product, and the words people use for each topic. */
@Component
class TopicTable {

  private final Map<String, Theme> themes = new LinkedHashMap<>();
  private final Map<TopicId, Topic> topics = new LinkedHashMap<>();
  private final Map<TopicId, List<String>> words = new LinkedHashMap<>();

  TopicTable() {
    for (String[] row : rows("themes.csv")) {
      themes.put(row[0], new Theme(row[0], row[1], row[2], row[3]));
    }
    for (String[] row : rows("topics.csv")) {
      Theme theme = themes.get(row[2]);
      if (theme == null) {
        throw new IllegalStateException("topics.csv names the unknown theme " + row[2]);
      }
      TopicId id = new TopicId(row[0]);
      topics.put(id, new Topic(id, row[1], theme, row[3], row[4], EuTheme.valueOf(row[5])));
    }
    for (String[] row : rows("topic-words.csv")) {
      words.put(new TopicId(row[0]), List.of(row[1].split(";")));
    }
  }

  List<Theme> themes() {
    return List.copyOf(themes.values());
  }

  List<Topic> topics() {
    return List.copyOf(topics.values());
  }

  @Nullable Topic find(TopicId id) {
    return topics.get(id);
  }

  /** The topic of an id that came from this table. */
  Topic get(TopicId id) {
    return Objects.requireNonNull(topics.get(id), id::slug);
  }

  /** Everyday and official words that belong to the topic. */
  List<String> words(TopicId id) {
    return words.getOrDefault(id, List.of());
  }

  /** The rows after the header; no cell of these tables holds a comma. */
  private static List<String[]> rows(String name) {
    try (InputStream in = TopicTable.class.getResourceAsStream("/catalog/" + name)) {
      if (in == null) {
        throw new IllegalStateException("table missing: " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.allmende.base.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Whose the rows of every table are, as each module says in {@code db/belonging/<module>.txt}: one
 * line per table, its particulars indented below.
 */
final class Belongings {
  private static final String FILES = "classpath*:db/belonging/*.txt";

  private final Map<String, Rule.Entry> entries;

  private Belongings(Map<String, Rule.Entry> entries) {
    this.entries = entries;
  }

  static Belongings read() {
    Map<String, Rule.Entry> entries = new TreeMap<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
          read(in.lines().toList(), entries);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new Belongings(entries);
  }

  private static void read(List<String> lines, Map<String, Rule.Entry> entries) {
    String table = "";
    for (String line : lines) {
      String content = line.strip();
      if (content.isEmpty() || content.startsWith("#")) {
        continue;
      }
      String[] halves = content.split("\\s+", 2);
      if (line.startsWith(" ")) {
        entries.computeIfPresent(table, (_, entry) -> with(entry, halves[0], halves[1]));
      } else {
        table = halves[0];
        entries.put(table, new Rule.Entry(rule(halves[1]), Map.of(), null, null, null));
      }
    }
  }

  private static Rule.Entry with(Rule.Entry entry, String what, String value) {
    Map<String, String> exported = new LinkedHashMap<>(entry.exported());
    String emptied = entry.emptied();
    String held = entry.held();
    String shares = entry.shares();
    switch (what) {
      case "exported" -> {
        String[] sides = value.split("\\s*=\\s*", 2);
        exported.put(sides[0], sides[1]);
      }
      case "emptied" -> emptied = value;
      case "held" -> held = value;
      case "shares" -> shares = value;
      default -> throw new IllegalStateException("Not understood: " + what);
    }
    return new Rule.Entry(entry.rule(), exported, emptied, held, shares);
  }

  private static Rule rule(String text) {
    List<String> words = new ArrayList<>(Arrays.asList(text.split("[\\s,]+")));
    String first = words.removeFirst();
    return switch (first) {
      case "installation" -> new Rule.OfInstallation();
      case "tenant" -> {
        int as = words.indexOf("as");
        yield as < 0
            ? new Rule.OfTenants(words, null)
            : new Rule.OfTenants(words.subList(0, as), words.get(as + 1));
      }
      case "between" -> new Rule.Between(words);
      case "part" -> new Rule.Part(links(text.substring(first.length())));
      case "named" -> new Rule.Named(words);
      case "along" -> new Rule.Along(links(text.substring(first.length())));
      case "body" -> new Rule.Body(words.getFirst());
      case "person" -> new Rule.Person();
      case "secret" -> new Rule.Secret(words.getFirst());
      default -> throw new IllegalStateException("Not understood: " + text);
    };
  }

  /** Reads {@code TABLE COLUMN} or {@code TABLE COLUMN = TARGET}, several with commas. */
  private static List<Rule.Link> links(String text) {
    return Arrays.stream(text.split(","))
        .map(link -> link.strip().split("\\s+"))
        .map(link -> new Rule.Link(link[1], link[0], link.length > 3 ? link[3] : "id"))
        .toList();
  }

  Set<String> tables() {
    return entries.keySet();
  }

  Rule.Entry of(String table) {
    Rule.Entry entry = entries.get(table);
    if (entry == null) {
      throw new ArchiveProblem(
          "Nobody has said whose the rows of %s are (db/belonging).".formatted(table));
    }
    return entry;
  }

  Map<String, Rule.Entry> all() {
    return entries;
  }
}

package org.allmende.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands behind the name of a benchmark: {@code --kills 2 --seed 7}. */
public record Options(Map<String, String> given) {

  public static Options read(List<String> words) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i += 2) {
      String word = words.get(i);
      if (!word.startsWith("--") || i + 1 == words.size()) {
        throw new IllegalArgumentException("An option is --name value, not " + word);
      }
      given.put(word.substring(2), words.get(i + 1));
    }
    return new Options(given);
  }

  /** As typed, but without the folders of this machine, because results are committed. */
  public String typed() {
    return given.entrySet().stream()
        .map(each -> "--" + each.getKey() + " " + withoutFolders(each.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String withoutFolders(String value) {
    return value.startsWith("/") ? "…/" + Path.of(value).getFileName() : value;
  }

  public String text(String name, String otherwise) {
    return given.getOrDefault(name, otherwise);
  }

  public long number(String name, long otherwise) {
    return given.containsKey(name) ? Long.parseLong(text(name, "")) : otherwise;
  }
}

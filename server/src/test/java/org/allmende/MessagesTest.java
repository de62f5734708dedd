package org.allmende;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same, nothing is unsaid, and nothing is said that nobody hears. */
class MessagesTest {

  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final List<Path> SOURCES =
      List.of(Path.of("src/main/java"), Path.of("src/main/jte"));

  /**
   * Any literal that could be a key, or the beginning of one that is completed by a constant's
   * word.
   */
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9_-]+)*\\.?)\"");

  /** Places where only a key can stand. */
  private static final Pattern SPOKEN =
      Pattern.compile(
          "(?:\\bt|Message\\.of|Problem\\.(?!of)\\w+|\\.required|texts?\\.of\\(\\s*[\\w.()]+\\s*,)"
              + "\\(?\\s*\"([a-z]+\\.[A-Za-z0-9_.-]*[A-Za-z0-9])\"\\s*[,)]");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(keys("en")).isEqualTo(keys("de"));
  }

  @Test
  void everyKeyBeginsWithItsModule() {
    Set<String> strangers =
        files("de").entrySet().stream()
            .flatMap(file ->
                file.getValue().stringPropertyNames().stream()
                    .filter(key -> !key.startsWith(file.getKey() + ".")))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(strangers).isEmpty();
  }

  @Test
  void noKeyIsUnused() {
    Set<String> literals = found(LITERAL);
    List<String> beginnings = literals.stream().filter(literal -> literal.endsWith(".")).toList();
    Set<String> unused =
        keys("de").stream()
            .filter(key -> !literals.contains(key))
            .filter(key -> beginnings.stream().noneMatch(key::startsWith))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unused).as("keys that no template and no class names").isEmpty();
  }

  @Test
  void noKeyIsMissing() {
    Set<String> missing = found(SPOKEN);
    missing.removeAll(keys("de"));
    assertThat(missing)
        .as(() -> "keys without a text; to paste:\n" + String.join("=\n", missing) + "=\n")
        .isEmpty();
  }

  /** A merge that keeps both sides would say it twice, and the last one wins in silence. */
  @Test
  void noKeyIsSaidTwice() throws IOException {
    List<String> twice = new ArrayList<>();
    try (Stream<Path> files = Files.list(MESSAGES)) {
      for (Path file : files.toList()) {
        Set<String> seen = new TreeSet<>();
        Files.readAllLines(file, UTF_8).stream()
            .filter(line -> line.contains("=") && !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .filter(key -> !seen.add(key))
            .forEach(key -> twice.add(file.getFileName() + " " + key));
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void apostrophesAreTypographic() {
    List<String> wrong = new ArrayList<>();
    for (String language : List.of("de", "en")) {
      files(language)
          .values()
          .forEach(texts ->
              texts.forEach((key, text) -> {
                if (text.toString().contains("'")) {
                  wrong.add(language + " " + key);
                }
              }));
    }
    assertThat(wrong).as("a straight apostrophe hides placeholders").isEmpty();
  }

  private static Set<String> keys(String language) {
    return files(language).values().stream()
        .flatMap(texts -> texts.stringPropertyNames().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Properties> files(String language) {
    String suffix = "_" + language + ".properties";
    Map<String, Properties> files = new TreeMap<>();
    for (Path path : below(MESSAGES)) {
      String name = path.getFileName().toString();
      if (name.endsWith(suffix)) {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(path, UTF_8)) {
          texts.load(reader);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        files.put(name.substring(0, name.length() - suffix.length()), texts);
      }
    }
    return files;
  }

  private static Set<String> found(Pattern pattern) {
    Set<String> found = new TreeSet<>();
    for (Path folder : SOURCES) {
      for (Path path : below(folder)) {
        Matcher matcher = pattern.matcher(read(path));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    return found;
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

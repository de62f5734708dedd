package org.allmende;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

/** The documentation says what is so; where it lies, the build fails. */
class DocsTest {

  private static final Path ROOT = Path.of("..");
  private static final Path DOCS = ROOT.resolve("docs");
  private static final Path SOURCES = Path.of("src/main");

  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern TABLE = Pattern.compile("(?i)create table (\\w+)");
  private static final Pattern FILE =
      Pattern.compile("[\\w/.-]*\\w\\.(?:java|jte|sql|properties|js|css|csv|json)");
  private static final Pattern VARIABLE = Pattern.compile("\\bALLMENDE_[A-Z_]+");
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{(allmende\\.[a-z.-]+)");
  private static final Pattern BOLD = Pattern.compile("\\*\\*([^*\\n]+)\\*\\*");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

  @Test
  void theArrowsAreThoseOfTheCode() {
    Map<String, Set<String>> drawn = new TreeMap<>();
    for (List<String> row : rows(read(DOCS.resolve("architecture.md")), "## The modules")) {
      drawn.put(code(row.getFirst()).getFirst(), new TreeSet<>(code(row.getLast())));
    }
    Map<String, Set<String>> built = new TreeMap<>();
    modules().forEach(module -> built.put(module, arrows(module)));
    assertThat(drawn).isEqualTo(built);
  }

  private static Stream<String> modules() {
    return Stream.of(SOURCES.resolve("java"), ROOT.resolve("tabular/src/main/java"))
        .map(folder -> folder.resolve("org/allmende"))
        .flatMap(folder ->
            below(folder, path -> path.endsWith("package-info.java")).stream()
                .map(folder::relativize))
        .filter(path -> path.getNameCount() == 2)
        .map(path -> path.getName(0).toString());
  }

  /** What a module may use; the top may use all, which is drawn as no arrow at all. */
  private static Set<String> arrows(String module) {
    ApplicationModule walls = walls(module);
    return walls == null
        ? Set.of()
        : Arrays.stream(walls.allowedDependencies())
            .filter(name -> !name.equals(ApplicationModule.OPEN_TOKEN))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static @Nullable ApplicationModule walls(String module) {
    try {
      return Class.forName("org.allmende." + module + ".package-info")
          .getAnnotation(ApplicationModule.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everyTableStandsInTheDictionary() {
    Set<String> tables =
        below(SOURCES.resolve("resources/db/migration"), path -> true).stream()
            .flatMap(path -> found(TABLE, read(path)))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> named = new TreeSet<>();
    for (List<String> row : rows(read(DOCS.resolve("dictionary.md")), "")) {
      code(row.getLast()).stream()
          .filter(word -> word.matches("[a-z]+_[a-z_]+"))
          .forEach(named::add);
    }
    assertThat(named).isEqualTo(tables);
  }

  @Test
  void everyTypeOfTheDictionaryExists() {
    Set<String> types =
        Stream.of(SOURCES.resolve("java"), ROOT.resolve("tabular/src/main/java"))
            .flatMap(folder -> below(folder, path -> path.toString().endsWith(".java")).stream())
            .map(path -> path.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> unknown = new TreeSet<>();
    for (List<String> row : rows(read(DOCS.resolve("dictionary.md")), "")) {
      if (row.size() > 3) {
        code(row.get(3)).stream()
            .filter(word -> word.matches("[A-Z]\\w+"))
            .filter(word -> !types.contains(word))
            .forEach(unknown::add);
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void everySettingIsExplained() {
    String settings = read(SOURCES.resolve("resources/application.properties"));
    Set<String> explained =
        rows(read(DOCS.resolve("operate/settings.md")), "").stream()
            .flatMap(row -> code(row.getFirst()).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>();
    settings
        .lines()
        .filter(line -> line.startsWith("allmende."))
        .forEach(line -> known.add(line.split("=")[0]));
    known.addAll(found(VARIABLE, settings).toList());
    for (Path path : below(SOURCES.resolve("java"), file -> file.toString().endsWith(".java"))) {
      found(PROPERTY, read(path)).forEach(known::add);
    }
    found(VARIABLE, read(ROOT.resolve("bin/run"))).forEach(known::add);
    assertThat(explained).containsAll(known);
    assertThat(explained.stream().filter(word -> VARIABLE.matcher(word).matches()))
        .isSubsetOf(known);
  }

  @Test
  void everyVariableNamedAnywhereExists() {
    Set<String> explained =
        found(VARIABLE, read(DOCS.resolve("operate/settings.md"))).collect(Collectors.toSet());
    Set<String> named = new TreeSet<>();
    texts().forEach(path -> found(VARIABLE, read(path)).forEach(named::add));
    assertThat(explained).containsAll(named);
  }

  @Test
  void everyFileNamedInTheArchitectureExists() {
    Set<String> existing =
        Stream.of(
                ROOT.resolve("server/src"),
                ROOT.resolve("tabular/src"),
                ROOT.resolve("server/assets"))
            .flatMap(
                folder -> below(folder, path -> !path.toString().contains("node_modules")).stream())
            .map(path -> "/" + path.toString().replace('\\', '/'))
            .collect(Collectors.toSet());
    Set<String> missing =
        found(CODE, read(DOCS.resolve("architecture.md")))
            .filter(word -> FILE.matcher(word).matches())
            .filter(word -> existing.stream().noneMatch(path -> path.endsWith("/" + word)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(missing).isEmpty();
  }

  @Test
  void everyLinkLeadsSomewhere() {
    Set<String> broken = new TreeSet<>();
    for (Path path : texts()) {
      found(LINK, read(path))
          .filter(link -> !link.matches("[a-z]+:.*"))
          .filter(link -> !Files.exists(path.resolveSibling(link)))
          .forEach(link -> broken.add(ROOT.relativize(path) + " -> " + link));
    }
    assertThat(broken).isEmpty();
  }

  /** In the texts for staff, bold is what they see on the screen. */
  @Test
  void everyBoldWordIsOneOfThePages() {
    String pages =
        below(
                SOURCES.resolve("resources/messages"),
                path -> path.toString().endsWith("_de.properties"))
            .stream()
            .map(DocsTest::read)
            .collect(Collectors.joining("\n"));
    Set<String> unknown = new TreeSet<>();
    for (Path path : below(DOCS.resolve("use"), file -> true)) {
      found(BOLD, read(path)).filter(word -> !pages.contains(word)).forEach(unknown::add);
    }
    assertThat(unknown).isEmpty();
  }

  /** What people read: the texts in the root folder and below docs. */
  private static List<Path> texts() {
    try (Stream<Path> root = Files.list(ROOT)) {
      return Stream.concat(root, below(DOCS, path -> true).stream())
          .filter(path -> path.toString().endsWith(".md"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The rows of the tables below a heading, without their heads; of all tables if there is no
   * heading.
   */
  private static List<List<String>> rows(String text, String heading) {
    String part = text;
    if (!heading.isEmpty()) {
      String after = text.substring(text.indexOf(heading) + heading.length());
      int end = after.indexOf("\n## ");
      part = end < 0 ? after : after.substring(0, end);
    }
    List<String> lines = part.lines().toList();
    return java.util.stream.IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).startsWith("|") && !lines.get(i).startsWith("|---"))
        .filter(i -> i + 1 >= lines.size() || !lines.get(i + 1).startsWith("|---"))
        .mapToObj(i -> cells(lines.get(i)))
        .toList();
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.substring(1, row.lastIndexOf('|')).split("\\|"))
        .map(String::strip)
        .toList();
  }

  private static List<String> code(String cell) {
    return found(CODE, cell).toList();
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(DocsTest::inner);
  }

  private static String inner(MatchResult match) {
    return match.groupCount() == 0 ? match.group() : match.group(1);
  }

  private static List<Path> below(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).filter(wanted).toList();
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

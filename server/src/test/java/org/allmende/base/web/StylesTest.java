package org.allmende.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps rules out of our styles for which a browser looks anew at all neighbours, or at the whole
 * page, whenever an element comes or goes: on a board of 500 notes they cost ten times what it
 * takes to draw it.
 */
class StylesTest {

  private static final Path STYLES = Path.of("src/main/resources/static");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern SELECTORS = Pattern.compile("([^{};]+)\\{");

  /** A neighbour of anything, or of any element of a name: {@code * + *}, {@code li + li}. */
  private static final Pattern OF_ANYTHING =
      Pattern.compile("(?:^|[\\s>+~,(])(?:\\*|[a-z][a-z0-9]*)\\s*[+~]");

  private static final Pattern IF_ANYWHERE = Pattern.compile("(?:html|body|:root):has\\(");

  @Test
  void noRuleMakesTheBrowserLookAtAllNeighbours() throws IOException {
    List<String> findings = new ArrayList<>();
    for (Path style : styles()) {
      SELECTORS
          .matcher(COMMENT.matcher(Files.readString(style)).replaceAll(""))
          .results()
          .map(match -> match.group(1).strip())
          .filter(each -> OF_ANYTHING.matcher(each).find() || IF_ANYWHERE.matcher(each).find())
          .forEach(selector -> findings.add(STYLES.relativize(style) + ": " + selector));
    }
    assertThat(findings).isEmpty();
  }

  private static List<Path> styles() throws IOException {
    try (Stream<Path> files = Files.walk(STYLES)) {
      return files.filter(file -> file.toString().endsWith(".css")).sorted().toList();
    }
  }
}

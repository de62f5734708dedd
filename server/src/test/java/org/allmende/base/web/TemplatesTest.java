package org.allmende.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps the templates within what the Content Security Policy allows and the few htmx attributes we
 * know well.
 */
class TemplatesTest {

  private static final Path TEMPLATES = Path.of("src/main/jte");

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\sstyle\\s*=|<style\\b|<script(?![^>]*\\ssrc=)|\\son[a-z]+\\s*=|javascript:|hx-on|hx-vals=.js:");

  private static final Pattern HTMX = Pattern.compile("\\s(hx-[a-z-]+)");

  private static final Set<String> KNOWN =
      Set.of(
          "hx-get",
          "hx-post",
          "hx-target",
          "hx-select",
          "hx-swap",
          "hx-trigger",
          "hx-headers",
          "hx-indicator",
          "hx-include",
          "hx-sync",
          "hx-push-url",
          "hx-disable");

  @Test
  void noTemplateCarriesInlineStyleOrScript() throws IOException {
    List<String> findings = new ArrayList<>();
    for (Path template : templates()) {
      FORBIDDEN
          .matcher(Files.readString(template))
          .results()
          .forEach(
              match -> findings.add(TEMPLATES.relativize(template) + ": " + match.group().strip()));
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void onlyKnownHtmxAttributesAreUsed() throws IOException {
    List<String> findings = new ArrayList<>();
    for (Path template : templates()) {
      HTMX.matcher(Files.readString(template))
          .results()
          .map(match -> match.group(1))
          .filter(attribute -> !KNOWN.contains(attribute))
          .forEach(attribute -> findings.add(TEMPLATES.relativize(template) + ": " + attribute));
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void everyIconOfATemplateIsInTheSprite() throws IOException {
    String sprite = Files.readString(Path.of("src/main/resources/static/base/icons.svg"));
    List<String> findings = new ArrayList<>();
    for (Path template : templates()) {
      Pattern.compile("(?:icons\\.svg#|icon\\(name = \"|icon = \")([a-z-]+)\"?")
          .matcher(Files.readString(template))
          .results()
          .map(match -> match.group(1))
          .filter(icon -> !sprite.contains("<symbol id=\"" + icon + "\""))
          .forEach(icon -> findings.add(TEMPLATES.relativize(template) + ": " + icon));
    }
    assertThat(findings).isEmpty();
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files
          .filter(file -> file.toString().endsWith(".jte"))
          .filter(file -> !isMail(file))
          .sorted()
          .toList();
    }
  }

  /** Mail programs know no style sheets. */
  private static boolean isMail(Path template) {
    String name = template.getFileName().toString();
    return name.equals("mail.jte") || name.endsWith("Mail.jte");
  }
}

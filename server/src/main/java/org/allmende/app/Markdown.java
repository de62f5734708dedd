package org.allmende.app;

import gg.jte.Content;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Texts with headings, lists and links, as CommonMark 0.31 has them. HTML in a text is shown, not
 * obeyed, and addresses other than of the web and of mail are dropped.
 */
final class Markdown {

  private static final Parser PARSER =
      Parser.builder()
          .enabledBlockTypes(
              Set.of(
                  Heading.class,
                  org.commonmark.node.ListBlock.class,
                  org.commonmark.node.BlockQuote.class))
          .build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  private Markdown() {}

  /** The text as part of a page whose title is its only first-level heading. */
  static Content content(String text) {
    Node document = PARSER.parse(text);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            heading.setLevel(Math.clamp(heading.getLevel(), 2, 4));
          }
        });
    return output -> output.writeContent(RENDERER.render(document));
  }
}

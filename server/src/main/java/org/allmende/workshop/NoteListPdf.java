package org.allmende.workshop;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.allmende.base.i18n.Texts;
import org.allmende.tenant.Tenant;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Everything on the board as a PDF, a list for each zone: tagged, with headings and bookmarks, so
 * that it can be listened to as well.
 */
@Component
class NoteListPdf {

  /** It comes with the library and has all letters of European languages. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final String STYLE =
      """
      @page { size: A4; margin: 20mm 20mm 22mm;
        @bottom-right { content: counter(page) " / " counter(pages); font-family: Sans; font-size: 9pt; } }
      body { font-family: Sans; font-size: 11pt; line-height: 1.4; color: #1d2328; }
      h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 4pt; font-weight: normal; }
      h2 { font-size: 14pt; margin: 18pt 0 6pt; padding-top: 5pt; border-top: 1.5pt solid #1d2328;
        font-weight: normal; page-break-after: avoid; }
      h3 { font-size: 12pt; margin: 10pt 0 3pt; font-weight: normal; page-break-after: avoid; }
      p { margin: 0 0 8pt; }
      ul { margin: 0 0 8pt; padding-left: 14pt; }
      li { margin: 0 0 5pt; page-break-inside: avoid; }
      .meta { font-size: 9pt; color: #4b5257; }
      """;

  private final Texts texts;

  /** Typesetting takes a processor; the rest of the program keeps the others. */
  private final Semaphore presses = new Semaphore(1);

  NoteListPdf(Texts texts) {
    this.texts = texts;
    XRLog.setLoggingEnabled(false);
  }

  /**
   * The file.
   *
   * @param withheld what the reader may see besides
   */
  byte[] of(Tenant tenant, Workshop workshop, Results results, Withheld withheld, Locale locale) {
    Document document = new Sheet(locale).write(tenant, workshop, results, withheld);
    presses.acquireUninterruptibly();
    try {
      return print(document);
    } finally {
      presses.release();
    }
  }

  private static byte[] print(Document document) {
    var out = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .useFastMode()
          .usePdfUaAccessibility(true)
          .useFont(NoteListPdf::font, "Sans")
          .useUriResolver((base, uri) -> null)
          .withProducer("Allmende")
          .withW3cDocument(document, "")
          .toStream(out)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static InputStream font() {
    return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
  }

  /** The page being written. */
  private final class Sheet {

    private final Locale locale;
    private final Document document = empty();

    Sheet(Locale locale) {
      this.locale = locale;
    }

    Document write(Tenant tenant, Workshop workshop, Results results, Withheld withheld) {
      String title = texts.of(locale, "workshop.notes.title", workshop.title());
      Element html = document.createElement("html");
      html.setAttribute("lang", locale.getLanguage());
      document.appendChild(html);
      Element head = add(html, "head", "");
      add(head, "title", title);
      add(head, "style", STYLE);
      Element subject = add(head, "meta", "");
      subject.setAttribute("name", "subject");
      subject.setAttribute("content", workshop.title());
      Element bookmarks = add(head, "bookmarks", "");
      Element body = add(html, "body", "");
      add(body, "h1", title);
      add(
          body,
          "p",
          "%s · %s"
              .formatted(
                  tenant.name(), texts.of(locale, "workshop.results.count", results.notes())));
      int number = 0;
      for (Results.Round round : results.rounds()) {
        String id = "round-" + number++;
        Element heading = add(body, "h2", round.title());
        heading.setAttribute("id", id);
        Element bookmark = add(bookmarks, "bookmark", "");
        bookmark.setAttribute("name", round.title());
        bookmark.setAttribute("href", "#" + id);
        for (Results.ZoneNotes zone : round.zones()) {
          add(body, "h3", zone.title() + " (" + zone.notes().size() + ")");
          Element list = add(body, "ul", "");
          zone.notes().forEach(said -> note(list, said, withheld));
        }
      }
      return document;
    }

    private void note(Element list, Results.Said said, Withheld withheld) {
      Element item = add(list, "li", "");
      said.text().lines().forEach(line -> add(item, "div", line));
      add(item, "div", meta(said, withheld)).setAttribute("class", "meta");
      withheld
          .comments(said.note())
          .forEach(comment ->
              add(item, "div", texts.of(locale, "workshop.notes.comment", comment))
                  .setAttribute("class", "meta"));
    }

    private String meta(Results.Said said, Withheld withheld) {
      var note = said.note();
      List<String> words = new ArrayList<>();
      words.add(texts.of(locale, "board.hat." + note.hat().key()));
      words.add(
          texts.of(
              locale,
              note.dots() == 1 ? "workshop.results.dotOne" : "workshop.results.dots",
              note.dots()));
      note.marks().words().forEach(mark -> words.add(texts.of(locale, mark)));
      String table = withheld.table(note);
      if (table != null) {
        words.add(table);
      }
      var harvest = said.harvest();
      if (harvest != null) {
        words.add(texts.of(locale, "workshop.kind." + harvest.kind().key()));
      }
      return String.join(" · ", words);
    }

    private Element add(Element to, String name, String text) {
      Element element = document.createElement(name);
      if (!text.isEmpty()) {
        element.setTextContent(text);
      }
      to.appendChild(element);
      return element;
    }

    private static Document empty() {
      try {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
      } catch (ParserConfigurationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

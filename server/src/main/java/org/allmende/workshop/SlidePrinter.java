package org.allmende.workshop;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A process of its own that turns the pages of one PDF into pictures and texts, so that whatever is
 * in the file happens to nobody else.
 */
final class SlidePrinter {

  static final int MOST_PAGES = 80;

  /** What it says with its end: too many pages, locked by a password, or no PDF. */
  static final int TOO_MANY = 3;

  static final int LOCKED = 4;
  static final int UNREADABLE = 5;

  private static final float WIDTH = 1600;
  private static final float MOST_HEIGHT = 2000;

  private SlidePrinter() {}

  /** Takes the PDF and the folder for what becomes of it. */
  public static void main(String[] arguments) {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    System.exit(print(new File(arguments[0]), Path.of(arguments[1])));
  }

  private static int print(File file, Path folder) {
    try (PDDocument document = Loader.loadPDF(file, IOUtils.createTempFileOnlyStreamCache())) {
      if (document.getNumberOfPages() > MOST_PAGES) {
        return TOO_MANY;
      }
      var renderer = new PDFRenderer(document);
      var stripper = new PDFTextStripper();
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        String name = String.format(Locale.ROOT, "%03d", page);
        BufferedImage picture =
            renderer.renderImage(page, scale(document.getPage(page).getCropBox()), ImageType.RGB);
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
        stripper.setStartPage(page + 1);
        stripper.setEndPage(page + 1);
        Files.writeString(folder.resolve(name + ".txt"), stripper.getText(document));
      }
      return 0;
    } catch (InvalidPasswordException e) {
      return LOCKED;
    } catch (IOException | RuntimeException e) {
      return UNREADABLE;
    }
  }

  /** So that each page has the same width, however large it says it is. */
  private static float scale(PDRectangle page) {
    return Math.min(
        WIDTH / Math.max(1, page.getWidth()), MOST_HEIGHT / Math.max(1, page.getHeight()));
  }
}

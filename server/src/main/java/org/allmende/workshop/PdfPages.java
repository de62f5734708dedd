package org.allmende.workshop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.allmende.base.blob.Blobs;
import org.allmende.base.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Turns a PDF into slides, in a process with little memory and little time. */
@Component
class PdfPages {

  private static final int HEAP_MEGABYTES = 256;
  private static final int PATIENCE_SECONDS = 90;

  private final Blobs blobs;

  PdfPages(Blobs blobs) {
    this.blobs = blobs;
  }

  /**
   * One slide for each page.
   *
   * @param folder where it may work; empty, and taken away afterwards
   * @throws Problem 422 for a PDF that cannot be shown
   */
  List<NewSlide> read(Path pdf, Path folder) {
    try {
      Files.createDirectory(folder);
      try {
        judge(print(pdf, folder));
        return slides(folder);
      } finally {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int print(Path pdf, Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + HEAP_MEGABYTES + "m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + folder.toAbsolutePath(),
            "-Dpdfbox.fontcache=" + folder.toAbsolutePath(),
            "-cp",
            System.getProperty("java.class.path"),
            SlidePrinter.class.getName(),
            pdf.toAbsolutePath().toString(),
            folder.toAbsolutePath().toString());
    builder.environment().clear();
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw Problem.invalid("workshop.slides.pdf.slow");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void judge(int exit) {
    switch (exit) {
      case 0 -> {}
      case SlidePrinter.TOO_MANY ->
          throw Problem.invalid("workshop.slides.pdf.pages", SlidePrinter.MOST_PAGES);
      case SlidePrinter.LOCKED -> throw Problem.invalid("workshop.slides.pdf.locked");
      default -> throw Problem.invalid("workshop.slides.pdf.unreadable");
    }
  }

  private List<NewSlide> slides(Path folder) throws IOException {
    List<Path> pictures;
    try (Stream<Path> files = Files.list(folder)) {
      pictures = files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
    }
    List<NewSlide> slides = new ArrayList<>();
    for (Path picture : pictures) {
      String text = picture.getFileName().toString().replace(".png", ".txt");
      try (InputStream in = Files.newInputStream(picture)) {
        slides.add(
            new NewSlide(
                "image/png",
                blobs.store(in).sha256(),
                Slides.words(Files.readString(folder.resolve(text)))));
      }
    }
    return slides;
  }
}

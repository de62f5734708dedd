package org.allmende.workshop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.allmende.base.blob.Blobs;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Problem;
import org.allmende.base.web.UploadFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes pictures and PDFs for slides; what a file is, its first bytes say, not its name. */
@Component
class SlideFiles {

  private static final long MEGABYTE = 1024 * 1024;
  private static final int PICTURE_MEGABYTES = 8;
  private static final int PDF_MEGABYTES = 30;
  private static final int HEAD = 12;

  private final UploadFolder folder;
  private final Blobs blobs;
  private final PdfPages pdfs;

  SlideFiles(UploadFolder folder, Blobs blobs, PdfPages pdfs) {
    this.folder = folder;
    this.blobs = blobs;
    this.pdfs = pdfs;
  }

  /**
   * The slides the files make, in their order.
   *
   * @throws Problem 422 if none was sent, or one is no picture and no PDF, or too large
   */
  List<NewSlide> take(@Nullable List<MultipartFile> files) {
    List<NewSlide> slides = new ArrayList<>();
    for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
      if (!file.isEmpty()) {
        slides.addAll(take(file));
      }
    }
    if (slides.isEmpty()) {
      throw Problem.invalid("workshop.slides.missing");
    }
    return slides;
  }

  private List<NewSlide> take(MultipartFile file) {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    Path place = folder.path().resolve(Ids.next());
    try {
      try {
        file.transferTo(place);
        String type = type(place);
        if (type == null) {
          throw Problem.invalid("workshop.slides.kind", name);
        }
        boolean pdf = type.equals("application/pdf");
        int limit = pdf ? PDF_MEGABYTES : PICTURE_MEGABYTES;
        if (file.getSize() > limit * MEGABYTE) {
          throw Problem.invalid("workshop.slides.large", name, limit);
        }
        return pdf
            ? pdfs.read(place, folder.path().resolve(Ids.next()))
            : List.of(picture(place, type));
      } finally {
        Files.deleteIfExists(place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private NewSlide picture(Path place, String type) throws IOException {
    try (InputStream in = Files.newInputStream(place)) {
      return new NewSlide(type, blobs.store(in).sha256(), "");
    }
  }

  /** The media type by the first bytes, null for anything that is not taken. */
  private static @Nullable String type(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(HEAD);
    }
    String head = new String(bytes, StandardCharsets.ISO_8859_1);
    if (head.startsWith("%PDF-")) {
      return "application/pdf";
    }
    if (head.startsWith("\u0089PNG\r\n")) {
      return "image/png";
    }
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    }
    return head.startsWith("RIFF") && head.endsWith("WEBP") ? "image/webp" : null;
  }
}

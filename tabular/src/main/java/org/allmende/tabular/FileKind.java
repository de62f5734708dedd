package org.allmende.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Knows by its first bytes what a file really is, whatever its name says. */
final class FileKind {
  private static final int LOOKED_AT = 8192;

  private record Magic(String bytes, RefusalCode code, String kind) {}

  private static final List<Magic> MAGIC =
      List.of(
          new Magic("%PDF", RefusalCode.PDF, ""),
          new Magic("\u00d0\u00cf\u0011\u00e0", RefusalCode.OLD_OFFICE, ""),
          new Magic("{\\rtf", RefusalCode.RTF, ""),
          new Magic("\u001f\u008b", RefusalCode.ARCHIVE, "gz"),
          new Magic("7z\u00bc\u00af", RefusalCode.ARCHIVE, "7z"),
          new Magic("Rar!", RefusalCode.ARCHIVE, "rar"),
          new Magic("BZh", RefusalCode.ARCHIVE, "bz2"),
          new Magic("\u00fd7zXZ", RefusalCode.ARCHIVE, "xz"),
          new Magic("\u0089PNG", RefusalCode.IMAGE, "PNG"),
          new Magic("\u00ff\u00d8\u00ff", RefusalCode.IMAGE, "JPEG"),
          new Magic("GIF8", RefusalCode.IMAGE, "GIF"),
          new Magic("II*\u0000", RefusalCode.IMAGE, "TIFF"),
          new Magic("MM\u0000*", RefusalCode.IMAGE, "TIFF"));

  private FileKind() {}

  /** Why the file cannot be a table of text; null when its beginning does not speak against it. */
  static @Nullable Refusal refusal(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(LOOKED_AT);
    }
    if (head.length == 0) {
      return Refusal.of(RefusalCode.EMPTY_FILE);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    for (Magic magic : MAGIC) {
      if (text.startsWith(magic.bytes)) {
        return magic.kind.isEmpty() ? Refusal.of(magic.code) : Refusal.of(magic.code, magic.kind);
      }
    }
    if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
      return Refusal.of(zipKind(text));
    }
    return markup(text);
  }

  private static RefusalCode zipKind(String text) {
    if (text.contains("application/vnd.oasis.opendocument")) {
      return RefusalCode.OPEN_DOCUMENT;
    }
    if (text.contains("xl/")) {
      return RefusalCode.EXCEL;
    }
    if (text.contains("word/") || text.contains("ppt/")) {
      return RefusalCode.OFFICE_DOCUMENT;
    }
    // Office writes this entry first; which of its programs it was stands further back.
    return text.contains("[Content_Types].xml") ? RefusalCode.EXCEL : RefusalCode.ZIP;
  }

  private static @Nullable Refusal markup(String text) {
    String start = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    start = start.stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return Refusal.of(RefusalCode.HTML);
    }
    if (start.startsWith("<?xml") || start.startsWith("<svg")) {
      return Refusal.of(RefusalCode.XML);
    }
    // A header may well begin with a bracket ("[Jahr];…"), so a bracket alone proves nothing.
    if (start.matches("(?s)(\\{\\s*(\"[^\"]*\"\\s*:|\\}).*|\\[\\s*[\\[{].*)")) {
      return Refusal.of(RefusalCode.JSON);
    }
    return null;
  }
}

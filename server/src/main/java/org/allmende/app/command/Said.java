package org.allmende.app.command;

import java.util.List;
import java.util.Locale;
import org.allmende.base.archive.Manifest;

/** The sentences several commands say. */
final class Said {
  private Said() {}

  static void content(Manifest manifest) {
    content(
        manifest.content(),
        manifest.rows(),
        manifest.tables().size(),
        manifest.files().size(),
        manifest.bytes());
  }

  static void content(String hash, long rows, int tables, int files, long bytes) {
    System.out.println("Content: " + hash);
    System.out.printf(
        Locale.ROOT,
        "%,d rows in %d tables, %,d files with %,d bytes%n",
        rows,
        tables,
        files,
        bytes);
  }

  static void invitation(String link) {
    System.out.println("Invited by mail; the link in it, good once and for 14 days:");
    System.out.println(link);
  }

  /** Names the files that are not whole; true if there are none. */
  static boolean damaged(List<String> names) {
    for (String name : names) {
      System.err.println("Missing or damaged file: " + name);
    }
    return names.isEmpty();
  }
}

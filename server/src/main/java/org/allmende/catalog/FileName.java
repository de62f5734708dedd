package org.allmende.catalog;

import java.text.Normalizer;

/** Names of files, made safe to show, to keep and to send. */
public final class FileName {

  private static final int LONGEST = 120;

  private FileName() {}

  /**
   * The last part of what a browser sends as name, without anything that could mean a path or a
   * control.
   */
  public static String plain(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String clean =
        Normalizer.normalize(last, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cc}\\p{Cf}\"<>:|?*]", "")
            .strip();
    if (clean.isEmpty() || clean.startsWith(".")) {
      clean = "Datei" + clean;
    }
    return clean.length() <= LONGEST ? clean : clean.substring(clean.length() - LONGEST);
  }

  /** The name without its ending. */
  static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 1 ? name : name.substring(0, dot);
  }
}

package org.allmende.e2e;

import java.nio.charset.Charset;

/** A German table as an office exports it: title line, semicolons, decimal commas, Windows-1252. */
final class Table {

  private Table() {}

  /** Where one can sit in the shade; the word stands in the first row. */
  static byte[] of(String word) {
    String text =
        """
        Bänke im Schatten, Stand 01.09.2026
        Nr;Ort;Länge in m;Fläche;geprüft am
        0017;%s;1,80;1.234,5;12.05.2026
        0018;Bollwerkstraße;2,10;987,0;13.05.2026
        0019;Schloßpark;1,50;2.004,25;31.08.2026
        """
            .formatted(word);
    return text.replace("\n", "\r\n").getBytes(Charset.forName("windows-1252"));
  }
}

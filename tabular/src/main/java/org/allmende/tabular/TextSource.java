package org.allmende.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as text; a byte order mark is skipped, broken bytes become U+FFFD. */
final class TextSource {
  private static final int MARK = 0xfeff;

  private TextSource() {}

  static Reader open(Path file, Encoding encoding) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      // The charset, not a decoder of our own: it replaces what is broken instead of failing.
      PushbackReader reader = new PushbackReader(new InputStreamReader(in, encoding.charset()), 1);
      int first = reader.read();
      if (first != MARK && first >= 0) {
        reader.unread(first);
      }
      return reader;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}

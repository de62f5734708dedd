package org.allmende.tabular;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The character encodings tables of German offices come in. */
public enum Encoding {
  UTF_8(StandardCharsets.UTF_8),
  WINDOWS_1252(Charset.forName("windows-1252")),
  UTF_16LE(StandardCharsets.UTF_16LE),
  UTF_16BE(StandardCharsets.UTF_16BE),
  /** The character set of old DOS programs. Never guessed, only chosen by a person. */
  CP850(Charset.forName("IBM850"));

  private final Charset charset;

  Encoding(Charset charset) {
    this.charset = charset;
  }

  Charset charset() {
    return charset;
  }
}

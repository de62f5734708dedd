package org.allmende.board;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The notes that all readers of one group see alike, compressed once for all who come while nothing
 * changes.
 */
record Pack(Moment moment, List<Note> notes, byte[] bytes) {

  static Pack of(Moment moment, List<Note> notes, byte[] json) {
    var packed = new ByteArrayOutputStream(json.length / 4);
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Pack(moment, notes, packed.toByteArray());
  }

  /** Whether it holds just these notes, of this very moment. */
  boolean holds(Moment now, List<Note> wanted) {
    return moment == now && notes.equals(wanted);
  }

  ByteBuffer content() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }
}

package org.allmende.catalog;

import java.time.Instant;
import org.allmende.base.blob.Blob;
import org.allmende.base.id.PersonId;
import org.allmende.tabular.Corrections;
import org.allmende.tabular.Reading;
import org.jspecify.annotations.Nullable;

/**
 * One version of a file: the original as it was uploaded, and how it is read.
 *
 * @param number from 1
 * @param name as it was called where it came from
 * @param corrections what a person decided otherwise about the reading; kept for the next version
 * @param revision how often it was read anew; with the number it names the stored table
 * @param publishedAt when the public got it, null before
 */
public record FileVersion(
    FileId file,
    DatasetId dataset,
    int number,
    String name,
    Blob original,
    Instant uploadedAt,
    @Nullable PersonId uploadedBy,
    Corrections corrections,
    Reading reading,
    int revision,
    @Nullable Instant publishedAt) {

  private static final int DIGITS = 16;

  /**
   * Names the table made of it and says what it was made of: of two made at once for the same
   * number neither replaces the other.
   */
  String tableId() {
    return String.join(
        "-",
        file.value(),
        String.valueOf(number),
        String.valueOf(revision),
        original.sha256().substring(0, DIGITS),
        Integer.toHexString(corrections.toString().hashCode()));
  }

  public boolean isPublished() {
    return publishedAt != null;
  }

  FileVersion readAnew(Corrections corrected, Reading outcome) {
    return new FileVersion(
        file,
        dataset,
        number,
        name,
        original,
        uploadedAt,
        uploadedBy,
        corrected,
        outcome,
        revision + 1,
        publishedAt);
  }

  FileVersion numbered(int next) {
    return new FileVersion(
        file, dataset, next, name, original, uploadedAt, uploadedBy, corrections, reading, 0, null);
  }
}

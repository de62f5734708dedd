package org.allmende.base.archive;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an archive says about itself.
 *
 * @param format the version of this form; a program reads its own and older ones
 * @param tenant whose rows these are, null for a whole installation
 * @param migrations what had made the tables, in the order it was applied
 * @param content the hash over all content, the same that {@code verify} prints
 * @param damaged stored files that rows name and that were missing or not what they should be
 */
public record Manifest(
    int format,
    Instant at,
    @Nullable String tenant,
    String content,
    List<Migration> migrations,
    List<Rows> tables,
    List<Sequence> sequences,
    List<File> files,
    List<String> damaged) {

  static final int FORMAT = 1;
  static final String ENTRY = "allmende.json";

  /** One script of {@code db/migration} that had been applied. */
  record Migration(String script, @Nullable Integer checksum) {}

  /** The rows of a table, in the text form of PostgreSQL's COPY. */
  record Rows(String table, List<String> columns, long rows, String sha256) {
    String entry() {
      return "tables/" + table + ".copy";
    }
  }

  /** Where a number generator stands. */
  record Sequence(String name, long last) {}

  /** A stored file, named by its hash. */
  record File(String sha256, long bytes) {
    String entry() {
      return "files/" + sha256.substring(0, 2) + "/" + sha256;
    }
  }

  /** How many rows there are. */
  public long rows() {
    return tables.stream().mapToLong(Rows::rows).sum();
  }

  /** How many bytes the files have. */
  public long bytes() {
    return files.stream().mapToLong(File::bytes).sum();
  }
}

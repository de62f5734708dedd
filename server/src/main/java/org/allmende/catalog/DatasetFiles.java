package org.allmende.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.allmende.base.blob.Blob;
import org.allmende.base.blob.Blobs;
import org.allmende.base.id.Ids;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Role;
import org.allmende.base.web.Viewer;
import org.allmende.tabular.BadQuery;
import org.allmende.tabular.ColumnSummary;
import org.allmende.tabular.Corrections;
import org.allmende.tabular.LoadFailed;
import org.allmende.tabular.NoSuchTable;
import org.allmende.tabular.ReadOutcome;
import org.allmende.tabular.Reading;
import org.allmende.tabular.Refusal;
import org.allmende.tabular.RowPage;
import org.allmende.tabular.RowQuery;
import org.allmende.tabular.TableReader;
import org.allmende.tabular.TableStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The files of datasets: taken in, read as tables, asked for rows. Files and tables are written
 * outside of transactions: first the file, then the table, then the row that names both.
 */
@Component
public class DatasetFiles {

  private final FileStore store;
  private final FileRegister register;
  private final Blobs blobs;
  private final TableStore tables;
  private final Clock clock;

  DatasetFiles(
      FileStore store, FileRegister register, Blobs blobs, TableStore tables, Clock clock) {
    this.store = store;
    this.register = register;
    this.blobs = blobs;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * Takes a file into a dataset.
   *
   * @param file of which this is a new version, null for a new file; what was corrected before is
   *     corrected again
   * @throws Problem 422 saying what the file is if it cannot be read as a table; nothing of it is
   *     kept then
   */
  public FileVersion add(Dataset dataset, @Nullable FileId file, Upload upload, Viewer by) {
    Corrections before = file == null ? Corrections.NONE : newest(dataset.id(), file).corrections();
    Corrections corrections = before;
    ReadOutcome outcome = read(upload.content(), corrections);
    if (outcome instanceof Refusal && !corrections.equals(Corrections.NONE)) {
      corrections = Corrections.NONE;
      outcome = read(upload.content(), corrections);
    }
    Reading reading = accepted(outcome);
    var version =
        new FileVersion(
            file == null ? new FileId(Ids.next()) : file,
            dataset.id(),
            file == null ? 1 : newest(dataset.id(), file).number() + 1,
            FileName.plain(upload.name()),
            keep(upload.content()),
            clock.instant(),
            by.person(),
            corrections,
            reading,
            0,
            null);
    return entered(version, () -> register.add(dataset, version, upload.submission(), by));
  }

  /**
   * Reads the newest version of a file anew. A version that is public already stays as it is; the
   * new reading becomes the next version.
   */
  FileVersion correct(Dataset dataset, FileVersion newest, Corrections corrections, Viewer by) {
    Reading reading = accepted(read(blobs.file(newest.original().sha256()), corrections));
    FileVersion corrected = newest.readAnew(corrections, reading);
    if (newest.isPublished()) {
      FileVersion next = corrected.numbered(newest.number() + 1);
      return entered(next, () -> register.add(dataset, next, null, by));
    }
    FileVersion entered = entered(corrected, () -> register.correct(dataset, corrected, by));
    forget(newest);
    return entered;
  }

  /**
   * Makes the table and enters the version; if somebody else's was entered instead, the table goes.
   */
  private FileVersion entered(FileVersion made, Supplier<FileVersion> entry) {
    load(made);
    FileVersion entered = null;
    try {
      entered = entry.get();
      return entered;
    } finally {
      if (entered == null || !entered.tableId().equals(made.tableId())) {
        forget(made);
      }
    }
  }

  /** The newest version of each file of a dataset, public or not. */
  public List<FileVersion> newest(DatasetId dataset) {
    return store.newest(List.of(dataset));
  }

  /** The newest public version of each file. */
  public List<FileVersion> published(Collection<DatasetId> datasets) {
    return store.published(datasets);
  }

  /**
   * The newest version of a file, public or not.
   *
   * @throws Problem 404 if the dataset has no such file
   */
  public FileVersion newest(DatasetId dataset, FileId file) {
    return store.versions(dataset, file).stream().findFirst().orElseThrow(DatasetFiles::unknown);
  }

  /** All versions of a file, newest first. */
  public List<FileVersion> versions(DatasetId dataset, FileId file) {
    return store.versions(dataset, file);
  }

  /**
   * The version of a file this reader gets: the newest public one, for staff of the tenant the
   * newest while the dataset is being prepared.
   *
   * @throws Problem 404 if there is none; 410 if the dataset was withdrawn
   */
  FileVersion readable(Dataset dataset, FileId file, Viewer viewer) {
    boolean staff = viewer.has(dataset.tenant(), Role.OFFICER, Role.STEWARD);
    if (dataset.state() instanceof DatasetState.Withdrawn && !staff) {
      throw Problem.gone("catalog.gone");
    }
    return store.versions(dataset.id(), file).stream()
        .filter(version -> dataset.isPublished() ? version.isPublished() : staff)
        .findFirst()
        .orElseThrow(DatasetFiles::unknown);
  }

  static Problem unknown() {
    return Problem.notFound("catalog.file.notFound");
  }

  /** A page of rows; a table that is gone is made again from the original. */
  public RowPage rows(FileVersion version, RowQuery query) {
    return ask(version, () -> tables.rows(version.tableId(), query));
  }

  /** What each column holds as a whole. */
  public List<ColumnSummary> summaries(FileVersion version) {
    return ask(version, () -> tables.summaries(version.tableId()));
  }

  long count(FileVersion version, RowQuery query) {
    return query.filters().isEmpty()
        ? version.reading().rows()
        : ask(version, () -> tables.count(version.tableId(), query.filters()));
  }

  void writeOriginal(FileVersion version, OutputStream out) throws IOException {
    try (InputStream in = blobs.open(version.original().sha256())) {
      in.transferTo(out);
    }
  }

  void writeCsv(FileVersion version, OutputStream out) throws IOException {
    ready(version);
    tables.exportCsv(version.tableId(), out);
  }

  void writeJson(FileVersion version, OutputStream out) throws IOException {
    ready(version);
    tables.exportJson(version.tableId(), out);
  }

  /** The first lines of the original as they stand there, to choose the header by. */
  List<String> firstLines(FileVersion version, int lines) {
    try {
      return TableReader.firstLines(
          blobs.file(version.original().sha256()), version.reading().encoding(), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T ask(FileVersion version, Supplier<T> question) {
    try {
      return question.get();
    } catch (NoSuchTable gone) {
      load(version);
      return question.get();
    } catch (BadQuery bad) {
      throw Problem.badRequest("catalog.query." + Keys.of(bad.code()), bad.column(), bad.value());
    }
  }

  private void ready(FileVersion version) {
    if (!tables.has(version.tableId())) {
      load(version);
    }
  }

  private static ReadOutcome read(Path content, Corrections corrections) {
    try {
      return TableReader.read(content, corrections);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reading accepted(ReadOutcome outcome) {
    return switch (outcome) {
      case Reading reading -> reading;
      case Refusal refusal ->
          throw Problem.invalid(
              "catalog.refusal." + Keys.of(refusal.code()), refusal.parameters().toArray());
    };
  }

  private Blob keep(Path content) {
    try (InputStream in = Files.newInputStream(content)) {
      return blobs.store(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load(FileVersion version) {
    try {
      tables.load(version.tableId(), blobs.file(version.original().sha256()), version.reading());
    } catch (LoadFailed e) {
      throw Problem.of(
          e.code() == LoadFailed.Code.CRASHED
              ? HttpStatus.SERVICE_UNAVAILABLE
              : HttpStatus.UNPROCESSABLE_CONTENT,
          "catalog.load." + Keys.of(e.code()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "catalog.load.crashed");
    }
  }

  /** The table of a reading nobody asks for; one somebody does ask for is made again. */
  private void forget(FileVersion version) {
    try {
      tables.delete(version.tableId());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.allmende.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.allmende.base.blob.Blob;
import org.allmende.base.id.PersonId;
import org.allmende.tabular.Corrections;
import org.allmende.tabular.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of files and their versions. Datasets are asked for by id, after somebody made sure
 * whose they are.
 */
@Component
class FileStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String VERSIONS =
      "select v.*, f.dataset from catalog_file_version v join catalog_file f on f.id = v.file ";

  private final JdbcClient sql;

  FileStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insertFile(FileId file, DatasetId dataset, Instant now) {
    sql.sql("insert into catalog_file (id, dataset, created_at) values (?, ?, ?)")
        .param(file.value())
        .param(dataset.value())
        .param(utc(now))
        .update();
  }

  /** Keeps a version; false if somebody else was faster with that number. */
  boolean insert(FileVersion version) {
    return sql.sql(
                """
                insert into catalog_file_version (file, number, name, sha256, bytes, uploaded_at, uploaded_by,
                  corrections, reading, revision)
                values (:file, :number, :name, :sha256, :bytes, :at, :by, :corrections::jsonb, :reading::jsonb, :revision)
                on conflict do nothing
                """)
            .param("file", version.file().value())
            .param("number", version.number())
            .param("name", version.name())
            .param("sha256", version.original().sha256())
            .param("bytes", version.original().bytes())
            .param("at", utc(version.uploadedAt()))
            .param("by", version.uploadedBy() == null ? null : version.uploadedBy().value())
            .param("corrections", JSON.writeValueAsString(version.corrections()))
            .param("reading", JSON.writeValueAsString(version.reading()))
            .param("revision", version.revision())
            .update()
        == 1;
  }

  /** Keeps another reading of an unpublished version; false if somebody else was faster. */
  boolean updateReading(FileVersion version) {
    return sql.sql(
                """
                update catalog_file_version set corrections = :corrections::jsonb, reading = :reading::jsonb,
                  revision = :revision
                where file = :file and number = :number and revision = :revision - 1 and published_at is null
                """)
            .param("corrections", JSON.writeValueAsString(version.corrections()))
            .param("reading", JSON.writeValueAsString(version.reading()))
            .param("revision", version.revision())
            .param("file", version.file().value())
            .param("number", version.number())
            .update()
        == 1;
  }

  /** All versions of a file, newest first. */
  List<FileVersion> versions(DatasetId dataset, FileId file) {
    return sql.sql(VERSIONS + "where f.dataset = ? and v.file = ? order by v.number desc")
        .param(dataset.value())
        .param(file.value())
        .query(FileStore::version)
        .list();
  }

  /** The newest version of each file, public or not. */
  List<FileVersion> newest(Collection<DatasetId> datasets) {
    return latest(datasets, "true");
  }

  /** The newest public version of each file. */
  List<FileVersion> published(Collection<DatasetId> datasets) {
    return latest(datasets, "v.published_at is not null");
  }

  Optional<FileVersion> version(DatasetId dataset, FileId file, int number) {
    return sql.sql(VERSIONS + "where f.dataset = ? and v.file = ? and v.number = ?")
        .param(dataset.value())
        .param(file.value())
        .param(number)
        .query(FileStore::version)
        .optional();
  }

  /** Which dataset a file belongs to. */
  Optional<DatasetId> datasetOf(FileId file) {
    return sql.sql("select dataset from catalog_file where id = ?")
        .param(file.value())
        .query((row, number) -> new DatasetId(row.getString(1)))
        .optional();
  }

  /** How many files have a newest version that is not public. */
  int waiting(DatasetId dataset) {
    return (int)
        newest(List.of(dataset)).stream().filter(version -> !version.isPublished()).count();
  }

  void publish(DatasetId dataset, Instant now) {
    sql.sql(
            """
            update catalog_file_version v set published_at = ?
            where published_at is null
              and file in (select id from catalog_file where dataset = ?)
              and number = (select max(number) from catalog_file_version n where n.file = v.file)
            """)
        .param(utc(now))
        .param(dataset.value())
        .update();
  }

  private List<FileVersion> latest(Collection<DatasetId> datasets, String condition) {
    if (datasets.isEmpty()) {
      return List.of();
    }
    return sql.sql(
            "select distinct on (f.created_at, f.id) v.*, f.dataset from catalog_file_version v"
                + " join catalog_file f on f.id = v.file where f.dataset in (:datasets) and "
                + condition
                + " order by f.created_at, f.id, v.number desc")
        .param("datasets", datasets.stream().map(DatasetId::value).toList())
        .query(FileStore::version)
        .list();
  }

  private static FileVersion version(ResultSet row, int number) throws SQLException {
    OffsetDateTime published = row.getObject("published_at", OffsetDateTime.class);
    String by = row.getString("uploaded_by");
    return new FileVersion(
        new FileId(row.getString("file")),
        new DatasetId(row.getString("dataset")),
        row.getInt("number"),
        row.getString("name"),
        new Blob(row.getString("sha256"), row.getLong("bytes")),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        by == null ? null : new PersonId(by),
        JSON.readValue(row.getString("corrections"), Corrections.class),
        JSON.readValue(row.getString("reading"), Reading.class),
        row.getInt("revision"),
        published == null ? null : published.toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

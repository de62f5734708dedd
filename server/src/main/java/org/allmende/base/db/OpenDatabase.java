package org.allmende.base.db;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database of an installation as the server and the operator's commands reach it, whichever
 * comes first: the embedded one is started if it stands still, and stopped again by the last who
 * uses it.
 */
public final class OpenDatabase implements AutoCloseable {
  private final DatabaseAddress address;
  private final PGSimpleDataSource source;
  private final @Nullable EmbeddedPostgres embedded;

  private OpenDatabase(DatabaseAddress address, @Nullable EmbeddedPostgres embedded) {
    this.address = address;
    this.source = source(address);
    this.embedded = embedded;
  }

  /** The one that {@code ALLMENDE_DATABASE_URL} gives, else the one in the data folder. */
  public static OpenDatabase of(Path data, String url) {
    return url.isBlank() ? embedded(data) : given(url);
  }

  /** The one of an address. */
  public static OpenDatabase given(String url) {
    return new OpenDatabase(DatabaseAddress.parse(url), null);
  }

  /** The one in the data folder, made if there is none. */
  public static OpenDatabase embedded(Path data) {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("postgres"));
    return new OpenDatabase(postgres.address("allmende"), postgres);
  }

  /** Whether the data folder holds a database. */
  public static boolean isIn(Path data) {
    return Files.exists(data.resolve("postgres").resolve("password"));
  }

  DatabaseAddress address() {
    return address;
  }

  public DataSource source() {
    return source;
  }

  public Connection connect() {
    try {
      return source.getConnection();
    } catch (SQLException e) {
      throw new DatabaseUnavailable("The database does not answer: " + e.getMessage(), e);
    }
  }

  static PGSimpleDataSource source(DatabaseAddress address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.jdbcUrl());
    if (!address.user().isEmpty()) {
      source.setUser(address.user());
      source.setPassword(address.password());
    }
    return source;
  }

  /** Whether no server works on the embedded database now. */
  public boolean isOursAlone() {
    return embedded != null && embedded.isOursAlone();
  }

  /** Notes in the folder that the embedded database is not the truth any more. */
  public void markMoved() {
    if (embedded != null) {
      embedded.markMoved();
    }
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}

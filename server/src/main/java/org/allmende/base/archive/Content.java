package org.allmende.base.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;

/** Reads tables in their canonical form and hashes it. */
final class Content {
  /** Changes by itself while the server runs: its list of work. It is kept, but is no content. */
  private static final String WORK = "base_task";

  private Content() {}

  /** Everything as of one instant; nothing is written. */
  static void beginReading(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
    }
    plainForms(connection);
  }

  /** The same text for the same value, whatever the server or the user is set to. */
  static void plainForms(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("set local timezone = 'UTC'");
      statement.execute("set local datestyle = 'ISO, YMD'");
      statement.execute("set local intervalstyle = 'postgres'");
      statement.execute("set local bytea_output = 'hex'");
      statement.execute("set local extra_float_digits = 1");
    }
  }

  /** The hash of each table without keeping what is read. */
  static List<Manifest.Rows> read(Connection connection) throws SQLException, IOException {
    List<Manifest.Rows> parts = new ArrayList<>();
    for (Table table : Schema.tables(connection)) {
      parts.add(copy(connection, table, new Choice.All(), OutputStream.nullOutputStream()));
    }
    return parts;
  }

  static Manifest.Rows copy(Connection connection, Table table, Choice choice, OutputStream target)
      throws SQLException, IOException {
    MessageDigest hash = sha256();
    String query = table.copyOut(choice.condition(table), choice.instead(table));
    long rows =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(query, new DigestOutputStream(target, hash));
    return new Manifest.Rows(table.name(), table.columns(), rows, hex(hash));
  }

  /**
   * One hash over all tables. It covers the stored files, too, because rows name them by their
   * hash.
   */
  static String hash(List<Manifest.Rows> parts) {
    MessageDigest hash = sha256();
    for (Manifest.Rows part : parts) {
      if (!part.table().equals(WORK)) {
        String line = part.table() + " " + part.rows() + " " + part.sha256() + "\n";
        hash.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return hex(hash);
  }

  static String hex(MessageDigest hash) {
    return HexFormat.of().formatHex(hash.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (java.security.NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}

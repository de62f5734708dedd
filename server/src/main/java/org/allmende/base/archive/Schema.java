package org.allmende.base.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the database says about its own tables. */
final class Schema {
  private static final String OURS =
      """
      c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition and c.relname <> 'flyway_schema_history'\
      """;

  private Schema() {}

  /**
   * All tables by name. Transaction numbers mean nothing in another database, so columns that hold
   * them are left to their default there.
   */
  static List<Table> tables(Connection connection) throws SQLException {
    String query =
        """
        select c.relname,
          array(select a.attname::text from pg_attribute a
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
            order by a.attname::text collate "C"),
          array(select a.attname::text from pg_index i
            join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
            where i.indrelid = c.oid and i.indisprimary
            order by a.attname::text collate "C")
        from pg_class c where %s order by c.relname::text collate "C"
        """
            .formatted(OURS);
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      List<Table> tables = new ArrayList<>();
      while (rows.next()) {
        List<String> columns = strings(rows, 2);
        List<String> key = strings(rows, 3);
        tables.add(new Table(rows.getString(1), columns, key.isEmpty() ? columns : key));
      }
      return tables;
    }
  }

  /** Where the number generators stand; those never asked are left out. */
  static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
    String query =
        """
        select sequencename, last_value from pg_sequences
        where schemaname = current_schema() and last_value is not null
        order by sequencename::text collate "C"
        """;
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      List<Manifest.Sequence> sequences = new ArrayList<>();
      while (rows.next()) {
        sequences.add(new Manifest.Sequence(rows.getString(1), rows.getLong(2)));
      }
      return sequences;
    }
  }

  /** Columns that name a stored file are called {@code sha256} or {@code …_sha256}. */
  static List<BlobColumn> blobColumns(Connection connection) throws SQLException {
    return tables(connection).stream()
        .flatMap(table ->
            table.columns().stream()
                .filter(column -> column.equals("sha256") || column.endsWith("_sha256"))
                .map(column -> new BlobColumn(table, column)))
        .toList();
  }

  /** References between tables, with the words that make them again. */
  static List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
    String query =
        """
        select c.relname, f.conname, pg_get_constraintdef(f.oid), p.relname,
          array(select a.attname::text from unnest(f.conkey) with ordinality k (n, i)
            join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.n order by k.i),
          array(select a.attname::text from unnest(f.confkey) with ordinality k (n, i)
            join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.n order by k.i)
        from pg_constraint f join pg_class c on c.oid = f.conrelid
        join pg_class p on p.oid = f.confrelid
        where f.contype = 'f' and f.conparentid = 0 and %s
        order by c.relname::text collate "C", f.conname::text collate "C"
        """
            .formatted(OURS);
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      List<ForeignKey> keys = new ArrayList<>();
      while (rows.next()) {
        keys.add(
            new ForeignKey(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                strings(rows, 5),
                strings(rows, 6)));
      }
      return keys;
    }
  }

  private static List<String> strings(ResultSet row, int column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  /** A column whose values are names of stored files. */
  record BlobColumn(Table table, String column) {}

  /** A reference of one table to another. */
  record ForeignKey(
      String table,
      String name,
      String definition,
      String target,
      List<String> columns,
      List<String> targetColumns) {

    String drop() {
      return "alter table %s drop constraint %s".formatted(Table.quoted(table), Table.quoted(name));
    }

    String add() {
      return "alter table %s add constraint %s %s"
          .formatted(Table.quoted(table), Table.quoted(name), definition);
    }
  }
}

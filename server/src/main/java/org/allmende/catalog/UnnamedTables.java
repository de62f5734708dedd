package org.allmende.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Tables on the disk of this node that were made of files no row names any more, as those of a
 * tenant that was removed.
 */
public final class UnnamedTables {

  /**
   * See {@link FileVersion#tableId}, which once ended with the revision; nothing else in the folder
   * is touched.
   */
  private static final Pattern TABLE =
      Pattern.compile("([0-9A-Za-z]+)-[0-9]+-[0-9]+(-[0-9a-f]+-[0-9a-f]+)?");

  private UnnamedTables() {}

  /** Deletes them; a table that is needed after all is made again. */
  public static void delete(Path data, Connection connection) throws SQLException, IOException {
    Path folder = TableConfiguration.folder(data);
    if (!Files.isDirectory(folder)) {
      return;
    }
    Set<String> named = files(connection);
    try (Stream<Path> tables = Files.list(folder)) {
      for (Path table : tables.toList()) {
        Matcher id = TABLE.matcher(String.valueOf(table.getFileName()));
        if (id.matches() && !named.contains(id.group(1))) {
          FileSystemUtils.deleteRecursively(table);
        }
      }
    }
  }

  private static Set<String> files(Connection connection) throws SQLException {
    Set<String> files = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select id from catalog_file")) {
      while (rows.next()) {
        files.add(rows.getString(1));
      }
    }
    return files;
  }
}

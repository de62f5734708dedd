package org.allmende.base.archive;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Makes tables as they were when the archive was written, by the same scripts and no others. */
public final class Migrations {
  private static final String FOLDER = "db/migration/";

  private Migrations() {}

  static List<Manifest.Migration> applied(Connection connection) throws SQLException {
    String query =
        """
        select script, checksum from flyway_schema_history
        where success and type = 'SQL' order by installed_rank
        """;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<Manifest.Migration> migrations = new ArrayList<>();
      while (rows.next()) {
        migrations.add(new Manifest.Migration(rows.getString(1), rows.getObject(2, Integer.class)));
      }
      return migrations;
    }
  }

  /** Refuses a database that a newer program has not brought up to date yet, or went beyond. */
  public static void mustBeOfThisProgram(Connection connection) {
    try {
      Set<String> applied =
          applied(connection).stream().map(Manifest.Migration::script).collect(Collectors.toSet());
      if (!applied.equals(known())) {
        throw new ArchiveProblem(
            "The database is of another version of Allmende. Start the server of this one first.");
      }
    } catch (SQLException e) {
      throw new ArchiveProblem("The database cannot be read: " + e.getMessage(), e);
    }
  }

  private static Set<String> known() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath*:" + FOLDER + "**/*.sql"))
          .map(Migrations::scriptOf)
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String scriptOf(Resource resource) {
    try {
      String address = resource.getURL().toString();
      return address.substring(address.lastIndexOf(FOLDER) + FOLDER.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses what this program does not know, before anything is done. */
  static void mustBeKnown(List<Manifest.Migration> wanted) {
    for (Manifest.Migration migration : wanted) {
      if (Migrations.class.getClassLoader().getResource(FOLDER + migration.script()) == null) {
        throw new ArchiveProblem(
            "The archive is of a newer Allmende, this one does not know %s. Take that version."
                .formatted(migration.script()));
      }
    }
  }

  static void apply(DataSource database, List<Manifest.Migration> wanted) throws SQLException {
    List<String> scripts = wanted.stream().map(Manifest.Migration::script).toList();
    try {
      Flyway.configure()
          .dataSource(database)
          .resourceProvider(new Scripts(scripts))
          .outOfOrder(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new ArchiveProblem("The tables cannot be made: " + e.getMessage(), e);
    }
    try (Connection connection = database.getConnection()) {
      Set<Manifest.Migration> made = new HashSet<>(applied(connection));
      if (!made.equals(new HashSet<>(wanted))) {
        throw new ArchiveProblem(
            "The tables of the archive were made by other scripts than this Allmende has.");
      }
    }
  }

  /** Hands Flyway exactly these scripts. */
  private record Scripts(List<String> names) implements ResourceProvider {
    @Override
    public @Nullable LoadableResource getResource(String name) {
      return null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return names.stream()
          .map(Script::new)
          .filter(script -> script.getFilename().startsWith(prefix))
          .filter(script -> Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
          .map(script -> (LoadableResource) script)
          .toList();
    }
  }

  /** One script of the program. */
  private static final class Script extends LoadableResource {
    private final String name;

    private Script(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      var content = Migrations.class.getClassLoader().getResourceAsStream(FOLDER + name);
      if (content == null) {
        throw new UncheckedIOException(new IOException("No script " + name));
      }
      return new InputStreamReader(content, StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return FOLDER + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return FOLDER + name;
    }

    @Override
    public String getFilename() {
      return name.substring(name.lastIndexOf('/') + 1);
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}

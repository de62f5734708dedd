package org.allmende.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.allmende.base.db.OpenDatabase;
import org.allmende.base.db.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The commands as an operator types them, on a database of their own. */
class CommandsTest {
  private static final Logger ROOT =
      (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private static Level before = Level.INFO;

  @TempDir Path folder;
  private String database = "";

  @BeforeEach
  void anInstallationWithoutContent() {
    database = TestDatabase.emptyOne("commands");
    migrate();
  }

  /** As the program does; what libraries log would stand between the sentences. */
  @BeforeAll
  static void quiet() {
    before = ROOT.getLevel();
    ROOT.setLevel(Level.ERROR);
  }

  @AfterAll
  static void loud() {
    ROOT.setLevel(before);
  }

  @Test
  void aTenantComesMovesAndGoes() {
    Said added =
        type(
            "tenant", "add", "xanten", "Stadt Xanten", "--department", "Grün", "--admin", "v@x.de");
    assertThat(added.code()).isZero();
    assertThat(added.lines().getFirst()).isEqualTo("Created: /xanten/");
    assertThat(added.lines().getLast()).matches("http://localhost:8080/invitations/[^/]+");
    assertThat(
            type(
                    "user",
                    "add",
                    "o@x.de",
                    "--tenant",
                    "xanten",
                    "--role",
                    "officer",
                    "--department",
                    "grün")
                .code())
        .isZero();

    Said backup = type("backup", folder.resolve("all.zip").toString());
    assertThat(backup.code()).isZero();
    String content = backup.lines().get(1);
    assertThat(content).matches("Content: [0-9a-f]{64}");
    assertThat(type("verify").lines().getFirst()).isEqualTo(content);
    assertThat(type("verify", folder.resolve("all.zip").toString()).lines().getFirst())
        .isEqualTo(content);
    assertThat(type("tenant", "export", "xanten", folder.resolve("x.zip").toString()).code())
        .isZero();

    Said asked = type("tenant", "remove", "xanten");
    assertThat(asked.code()).isOne();
    assertThat(asked.lines())
        .contains("       2 people_invitation", "       1 tenant_department")
        .endsWith(
            "This would be removed for good. Export the tenant first, then say it with --yes.");
    assertThat(type("tenant", "remove", "xanten", "--yes").code()).isZero();
    assertThat(type("tenant", "add", "xanten", "Xanten"))
        .isEqualTo(new Said(1, List.of("The address “xanten” is taken or reserved.")));

    database = TestDatabase.emptyOne("commandselsewhere");
    assertThat(type("restore", folder.resolve("all.zip").toString()).code()).isZero();
    assertThat(type("verify").lines().getFirst()).isEqualTo(content);
    assertThat(type("tenant", "remove", "xanten").code()).isOne();
  }

  @Test
  void whoForgotThePasswordIsGivenALink() throws Exception {
    assertThat(type("user", "reset", "o@x.de"))
        .isEqualTo(new Said(1, List.of("o@x.de has no account with a password. Use: user add")));
    try (Connection connection = OpenDatabase.given(database).connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into people_person (id, kind, name, created_at)
          values ('0000000000000001', 'account', 'Olaf', now());
          insert into people_account (person, email, password_hash)
          values ('0000000000000001', 'o@x.de', 'a hash')
          """);
      Said reset = type("user", "reset", "O@x.de");
      assertThat(reset.code()).isZero();
      assertThat(reset.lines().getLast())
          .matches("http://localhost:8080/login/password/0000000000000001\\.\\d+\\.[\\w-]{22}");
      try (var audit =
          statement.executeQuery("select action, ref from base_audit where person is null")) {
        assertThat(audit.next()).isTrue();
        assertThat(audit.getString(1)).isEqualTo("people.password.link");
        assertThat(audit.getString(2)).isEqualTo("person:0000000000000001");
      }
    }
  }

  /** What was read out of files goes with them; what others have stays. */
  @Test
  void removedTenantLeavesNoTablesOnTheDisk() throws Exception {
    for (String town : List.of("xanten", "kevelaer")) {
      assertThat(type("tenant", "add", town, "Stadt " + town).code()).isZero();
      try (Connection connection = OpenDatabase.given(database).connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            """
            insert into catalog_dataset
              (id, tenant, title, description, state, state_at, created_at, changed_at)
            values ('%1$s', '%1$s', 'Bänke', '', 'draft', now(), now(), now())
            """
                .formatted(town));
        statement.execute(
            "insert into catalog_file (id, dataset, created_at) values ('%1$s', '%1$s', now())"
                .formatted(town));
      }
      Path table = Files.createDirectories(folder.resolve("tables").resolve(town + "-1-2"));
      Files.writeString(table.resolve("000000000001.duckdb"), "Bänke");
    }
    Files.createDirectories(folder.resolve("tables").resolve(".work"));

    assertThat(type("tenant", "remove", "xanten", "--yes").code()).isZero();

    try (Stream<Path> left = Files.list(folder.resolve("tables"))) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(".work", "kevelaer-1-2");
    }
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(type("tenant", "add", "Xan", "Xanten", "--ags", "1"))
        .isEqualTo(
            new Said(
                1,
                List.of(
                    "slug: Only the letters a to z, digits and the hyphen, beginning with a letter.",
                    "ags: The key has 8 digits, 5 for a district.")));
    assertThat(type("user", "add", "o@x.de", "--tenant", "nowhere", "--role", "admin"))
        .isEqualTo(new Said(1, List.of("This municipality does not exist here.")));
    assertThat(type("tenant", "export", "nowhere", "x.zip"))
        .isEqualTo(new Said(1, List.of("There is no tenant nowhere.")));
    assertThat(type("restore", folder.resolve("nothing.zip").toString()))
        .isEqualTo(
            new Said(
                1,
                List.of(
                    "There is no file " + folder.resolve("nothing.zip") + " that can be read.")));
  }

  @Test
  void doesNothingThatWasNotUnderstood() {
    assertThat(type("backup").lines().getFirst()).isEqualTo("FILE is missing.");
    assertThat(type("verify", "--quickly", "yes").lines().getFirst())
        .isEqualTo("--quickly is not understood here.");
    assertThat(type("user", "add", "o@x.de", "--tenant", "x", "--role", "king").lines().getFirst())
        .isEqualTo("king is no role. There are: officer, steward, facilitator, admin.");
    for (String word : List.of("backup", "frobnicate")) {
      assertThat(type(word).code()).isEqualTo(2);
    }
  }

  @Test
  void refusesADatabaseOfAnotherVersion() {
    database = TestDatabase.emptyOne("commandsold");
    Flyway.configure()
        .dataSource(OpenDatabase.given(database).source())
        .target("202611010500")
        .load()
        .migrate();
    assertThat(type("tenant", "export", "moers", "x.zip"))
        .isEqualTo(
            new Said(
                1,
                List.of(
                    "The database is of another version of Allmende. Start the server of this one"
                        + " first.")));
  }

  private void migrate() {
    Flyway.configure()
        .dataSource(OpenDatabase.given(database).source())
        .outOfOrder(true)
        .load()
        .migrate();
  }

  /** What a command ended with and said. */
  private record Said(int code, List<String> lines) {}

  private Said type(String... words) {
    List<String> typed = new ArrayList<>(List.of(words));
    typed.add("--data");
    typed.add(folder.toString());
    PrintStream out = System.out;
    PrintStream err = System.err;
    var said = new ByteArrayOutputStream();
    PrintStream all = new PrintStream(said, true, UTF_8);
    System.setOut(all);
    System.setErr(all);
    try {
      int code = Commands.carryOut(typed, Map.of("ALLMENDE_DATABASE_URL", database));
      return new Said(code, said.toString(UTF_8).lines().toList());
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}

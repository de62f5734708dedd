package org.allmende.base.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.allmende.base.db.OpenDatabase;
import org.allmende.base.db.TestDatabase;
import org.allmende.base.id.TenantId;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BelongingsTest {
  private static DataSource database;

  @BeforeAll
  static void tables() {
    database = OpenDatabase.given(TestDatabase.emptyOne("belongings")).source();
    Flyway.configure().dataSource(database).outOfOrder(true).load().migrate();
  }

  /** A new table needs a line in {@code db/belonging/<module>.txt}. */
  @Test
  void everyTableIsSomebodys() throws SQLException {
    try (Connection connection = database.getConnection()) {
      Set<String> tables =
          Schema.tables(connection).stream()
              .map(Table::name)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(Belongings.read().tables()).isEqualTo(tables);
    }
  }

  @Test
  void everyRuleIsUnderstoodByTheDatabase() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      Ownership ownership = Ownership.of(connection, new TenantId("moers"));
      for (Table table : Schema.tables(connection)) {
        statement.execute(
            "select from %s where %s"
                .formatted(Table.quoted(table.name()), ownership.moving(table.name())));
        statement.execute(
            "select from %s where %s"
                .formatted(Table.quoted(table.name()), ownership.going(table.name())));
      }
      connection.setAutoCommit(false);
      new TenantRemoval(connection, new TenantId("moers")).run();
    }
  }
}

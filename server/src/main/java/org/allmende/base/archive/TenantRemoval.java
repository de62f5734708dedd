package org.allmende.base.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.allmende.base.id.TenantId;

/**
 * Removes what belongs to one tenant alone. What others carry or decide on stays whole, and so does
 * the tenant's name in it. The caller commits.
 */
public final class TenantRemoval {
  private final Connection connection;
  private final Ownership ownership;
  private final List<Table> tables;

  public TenantRemoval(Connection connection, TenantId tenant) {
    this.connection = connection;
    try {
      this.ownership = Ownership.of(connection, tenant);
      this.tables = Schema.tables(connection);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** How many rows of which table would go. */
  public Map<String, Long> going() {
    Map<String, Long> counts = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      for (Table table : tables) {
        String query =
            "select count(*) from %s where %s"
                .formatted(Table.quoted(table.name()), ownership.going(table.name()));
        try (ResultSet row = statement.executeQuery(query)) {
          if (row.next() && row.getLong(1) > 0) {
            counts.put(table.name(), row.getLong(1));
          }
        }
      }
      return counts;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Removes them, and people nobody else knows. */
  public void run() {
    try (Statement statement = connection.createStatement()) {
      rememberPeople(statement);
      letGo(statement);
      for (String table : partsFirst()) {
        statement.execute(removal(table));
      }
      forgetPeople(statement);
      statement.execute("drop table going_person");
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private String removal(String table) {
    String emptied = ownership.belongings().of(table).emptied();
    return emptied == null
        ? "delete from %s where %s".formatted(Table.quoted(table), ownership.going(table))
        : "update %s set %s where %s"
            .formatted(Table.quoted(table), emptied, ownership.going(table));
  }

  /** Whoever the rows that go point to. */
  private void rememberPeople(Statement statement) throws SQLException {
    statement.execute("create temporary table going_person (id text primary key)");
    for (Schema.ForeignKey reference : ownership.references()) {
      if (rule(reference.target()) instanceof Rule.Person) {
        statement.execute(
            """
            insert into going_person select distinct %1$s from %2$s where %1$s is not null and (%3$s)
            on conflict do nothing
            """
                .formatted(
                    Table.quoted(reference.columns().getFirst()),
                    Table.quoted(reference.table()),
                    ownership.going(reference.table())));
      }
    }
  }

  /** Rows of others that point to one that goes point to nothing afterwards. */
  private void letGo(Statement statement) throws SQLException {
    for (Schema.ForeignKey reference : ownership.references()) {
      Rule target = rule(reference.target());
      if (target instanceof Rule.Person || target instanceof Rule.Body) {
        continue;
      }
      String column = Table.quoted(reference.columns().getLast());
      String condition =
          "not (%s) and %s in (select %s from %s where %s)"
              .formatted(
                  ownership.going(reference.table()),
                  column,
                  Table.quoted(reference.targetColumns().getLast()),
                  Table.quoted(reference.target()),
                  ownership.going(reference.target()));
      boolean single = reference.columns().size() == 1;
      if (single && hasRow(statement, reference.table(), condition)) {
        statement.execute(
            "update %s set %s = null where %s"
                .formatted(Table.quoted(reference.table()), column, condition));
      }
    }
  }

  private static boolean hasRow(Statement statement, String table, String condition)
      throws SQLException {
    String query =
        "select exists (select 1 from %s where %s)".formatted(Table.quoted(table), condition);
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Whoever nothing points to any more, but what belongs to the person. */
  private void forgetPeople(Statement statement) throws SQLException {
    List<Schema.ForeignKey> own = new ArrayList<>();
    for (Schema.ForeignKey reference : ownership.references()) {
      if (!(rule(reference.target()) instanceof Rule.Person)) {
        continue;
      }
      Rule.Entry entry = ownership.belongings().of(reference.table());
      boolean belongsToPerson =
          entry.rule() instanceof Rule.Along || entry.rule() instanceof Rule.Secret;
      String holding = belongsToPerson ? entry.held() : "true";
      if (belongsToPerson) {
        own.add(reference);
      }
      if (holding != null) {
        statement.execute(
            "delete from going_person where id in (select %s from %s where %s)"
                .formatted(
                    Table.quoted(reference.columns().getFirst()),
                    Table.quoted(reference.table()),
                    "("
                        + holding
                        + ") and "
                        + Table.quoted(reference.columns().getFirst())
                        + " is not null"));
      }
    }
    for (Schema.ForeignKey reference : own) {
      statement.execute(
          "delete from %s where %s in (select id from going_person)"
              .formatted(
                  Table.quoted(reference.table()), Table.quoted(reference.columns().getFirst())));
    }
    for (Table table : tables) {
      if (rule(table.name()) instanceof Rule.Person) {
        statement.execute(
            "delete from %s where id in (select id from going_person)"
                .formatted(Table.quoted(table.name())));
      }
    }
  }

  private Rule rule(String table) {
    return ownership.belongings().of(table).rule();
  }

  /** A table comes before those it points to or whose rules its own refers to. */
  private List<String> partsFirst() {
    Set<String> begun = new LinkedHashSet<>();
    List<String> wholesFirst = new ArrayList<>();
    for (Table table : tables) {
      visit(table.name(), begun, wholesFirst);
    }
    return wholesFirst.reversed();
  }

  /** Puts what a table depends on before it. */
  private void visit(String table, Set<String> begun, List<String> wholesFirst) {
    if (!begun.add(table)) {
      return;
    }
    for (String whole : wholesOf(table)) {
      visit(whole, begun, wholesFirst);
    }
    wholesFirst.add(table);
  }

  private Set<String> wholesOf(String table) {
    Set<String> wholes = new LinkedHashSet<>();
    for (Schema.ForeignKey reference : ownership.references()) {
      if (reference.table().equals(table)) {
        wholes.add(reference.target());
      }
    }
    switch (rule(table)) {
      case Rule.Part(List<Rule.Link> links) -> links.forEach(link -> wholes.add(link.table()));
      case Rule.Named _ ->
          ownership
              .belongings()
              .all()
              .forEach((other, entry) -> {
                if (entry.rule() instanceof Rule.OfTenants(var _, String kind) && kind != null) {
                  wholes.add(other);
                }
              });
      default -> {
        // The rule looks at nothing but the row itself.
      }
    }
    return wholes;
  }

  private static ArchiveProblem failed(SQLException e) {
    return new ArchiveProblem("The tenant cannot be removed: " + e.getMessage(), e);
  }
}

package org.allmende.base.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.allmende.base.id.TenantId;

/** Says in SQL which rows are one tenant's, by the rules of {@link Belongings}. */
final class Ownership {
  private static final String NONE = "false";

  private final Belongings belongings;
  private final List<Schema.ForeignKey> references;
  private final String tenant;

  private Ownership(Belongings belongings, List<Schema.ForeignKey> references, String tenant) {
    this.belongings = belongings;
    this.references = references;
    this.tenant = tenant;
  }

  static Ownership of(Connection connection, TenantId tenant) throws SQLException {
    return new Ownership(
        Belongings.read(), Schema.foreignKeys(connection), "'" + tenant.slug() + "'");
  }

  Belongings belongings() {
    return belongings;
  }

  List<Schema.ForeignKey> references() {
    return references;
  }

  /** Puts the tenant into what a rule says in SQL. */
  String filled(String sql) {
    return sql.replace("$tenant", tenant);
  }

  /** The rows that move when the tenant does: its own, and whom those point to. */
  String moving(String table) {
    return switch (belongings.of(table).rule()) {
      case Rule.OfInstallation _, Rule.Secret _ -> NONE;
      case Rule.Body(String column) ->
          either(List.of(isTenant(column), pointedTo(table)), each -> each);
      case Rule.Person _ -> pointedTo(table);
      case Rule.OfTenants(List<String> columns, var _) -> either(columns, this::isTenant);
      case Rule.Between(List<String> columns) -> either(columns, this::isTenant);
      case Rule.Part(List<Rule.Link> links) -> either(links, link -> in(link, this::moving));
      case Rule.Along(List<Rule.Link> links) -> either(links, link -> in(link, this::moving));
      case Rule.Named(List<String> columns) -> named(columns, this::moving);
    };
  }

  private String pointedTo(String table) {
    return either(
        references.stream()
            .filter(reference -> reference.target().equals(table))
            .filter(reference -> owns(belongings.of(reference.table()).rule()))
            .toList(),
        reference ->
            "%s in (select %s from %s where %s)"
                .formatted(
                    Table.quoted(reference.targetColumns().getFirst()),
                    Table.quoted(reference.columns().getFirst()),
                    Table.quoted(reference.table()),
                    moving(reference.table())));
  }

  private static boolean owns(Rule rule) {
    return switch (rule) {
      case Rule.Along _, Rule.Body _, Rule.Person _ -> false;
      default -> true;
    };
  }

  /** The rows that go when the tenant is removed: those in which nobody else has a share. */
  String going(String table) {
    Rule.Entry entry = belongings.of(table);
    return switch (entry.rule()) {
      case Rule.OfInstallation _, Rule.Secret _, Rule.Along _, Rule.Person _ -> NONE;
      case Rule.Body(String column) -> isTenant(column);
      case Rule.OfTenants(List<String> columns, var kind) -> {
        String alone =
            columns.stream().map(this::isTenant).collect(Collectors.joining(" and ", "(", ")"));
        yield kind == null ? alone : alone + " and not (" + shared(kind) + ")";
      }
      case Rule.Between(List<String> columns) -> {
        String any = either(columns, this::isTenant);
        // Who carries what stays is still said there.
        yield entry.shares() == null
            ? any
            : "(%s) and not (%s)".formatted(any, filled(entry.shares()));
      }
      case Rule.Part(List<Rule.Link> links) -> either(links, link -> in(link, this::going));
      case Rule.Named(List<String> columns) -> named(columns, this::going);
    };
  }

  /** Whether others carry the thing, too. */
  private String shared(String kind) {
    return either(
        belongings.all().entrySet().stream()
            .filter(other -> other.getValue().shares() != null)
            .toList(),
        other ->
            "'%s:' || id in (select ref from %s where %s)"
                .formatted(
                    kind,
                    Table.quoted(other.getKey()),
                    filled(java.util.Objects.requireNonNull(other.getValue().shares()))));
  }

  private String isTenant(String column) {
    return Table.quoted(column) + " = " + tenant;
  }

  private String named(List<String> columns, UnaryOperator<String> condition) {
    String ref = columns.stream().map(Table::quoted).collect(Collectors.joining(" || ':' || "));
    List<String> conditions = new ArrayList<>();
    belongings
        .all()
        .forEach((table, entry) -> {
          if (entry.rule() instanceof Rule.OfTenants(var _, String kind) && kind != null) {
            conditions.add(
                "%s in (select '%s:' || id from %s where %s)"
                    .formatted(ref, kind, Table.quoted(table), condition.apply(table)));
          }
        });
    return either(conditions, each -> each);
  }

  private static String in(Rule.Link link, UnaryOperator<String> condition) {
    return "%s in (select %s from %s where %s)"
        .formatted(
            Table.quoted(link.column()),
            Table.quoted(link.target()),
            Table.quoted(link.table()),
            condition.apply(link.table()));
  }

  private static <T> String either(List<T> things, Function<T, String> condition) {
    List<String> some =
        things.stream()
            .map(condition)
            .filter(each -> !each.equals(NONE))
            .distinct()
            .map(each -> "(" + each + ")")
            .toList();
    return some.isEmpty() ? NONE : String.join(" or ", some);
  }
}

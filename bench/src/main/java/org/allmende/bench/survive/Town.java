package org.allmende.bench.survive;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.allmende.bench.Api;
import org.allmende.bench.Program;

/** A newly set up installation with one town and one person who has all its roles. */
final class Town {
  static final String SLUG = "bergheim";
  static final String DEPARTMENT = "Grünflächen und Umwelt";

  private static final String PASSWORD = "Grün ist die Heide im Mai";
  private static final String STAFF = "rathaus@bergheim.example";

  private final Program program;
  private final Api staff;

  private Town(Program program, Api staff) {
    this.program = program;
    this.staff = staff;
  }

  /** Does what an operator does by hand after the first start. */
  static Town founded(Program program, Postbox postbox) throws Exception {
    var operator = new Site(program.home());
    String setUp = program.said("/setup/\\S+");
    operator.send(
        setUp,
        setUp,
        Map.of("email", "betrieb@zentrum.example", "name", "Berta Betrieb", "password", PASSWORD));
    operator.send(
        "/operator/tenants",
        "/operator/tenants",
        Map.of(
            "name",
            "Bergheim",
            "slug",
            SLUG,
            "kind",
            "municipality",
            "accent",
            "#27496d",
            "departments",
            DEPARTMENT + "\nSchule und Sport"));
    operator.send(
        "/" + SLUG + "/admin",
        "/" + SLUG + "/admin/invitations",
        Map.of(
            "email", STAFF, "role.steward", "on", "role.officer", "on", "role.facilitator", "on"));
    return new Town(
        program, new Api(program.home(), SLUG, token(program.home(), invitation(postbox))));
  }

  private static String invitation(Postbox postbox) throws InterruptedException {
    while (true) {
      for (Letter letter : postbox.letters()) {
        Optional<String> link = path(letter.text(), "/invitations/\\S+");
        if (link.isPresent()) {
          return link.get();
        }
      }
      Thread.sleep(100);
    }
  }

  private static String token(URI home, String invitation)
      throws IOException, InterruptedException {
    var person = new Site(home);
    person.send(
        invitation,
        invitation + "/acceptance",
        Map.of("name", "Ilse Datenreich", "password", PASSWORD));
    String page =
        person.send("/account/tokens", "/account/tokens", Map.of("name", "Überlebenslauf"));
    return path(page, "allmende-[A-Za-z0-9_-]{20,}").orElseThrow();
  }

  private static Optional<String> path(String text, String shape) {
    return Pattern.compile(shape).matcher(text).results().map(MatchResult::group).findFirst();
  }

  Api staff() {
    return staff;
  }

  Api anybody() {
    return new Api(program.home(), SLUG, null);
  }

  Program program() {
    return program;
  }

  /** What one SQL statement counts. */
  long count(String sql, Object... parameters) throws IOException, SQLException {
    return Long.parseLong(text(sql, parameters));
  }

  /** The one value a statement finds; 0 for none. */
  String text(String sql, Object... parameters) throws IOException, SQLException {
    try (Connection connection = program.database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Objects.requireNonNullElse(row.getString(1), "0") : "0";
      }
    }
  }
}

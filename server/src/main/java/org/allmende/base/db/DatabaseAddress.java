package org.allmende.base.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/** Where the database is and how to log in. */
record DatabaseAddress(String jdbcUrl, String user, String password) {

  static DatabaseAddress loopback(int port, String database, String user, String password) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
  }

  /** Reads {@code postgresql://user:password@host:port/database} or a {@code jdbc:} address. */
  static DatabaseAddress parse(String text) {
    String trimmed = text.strip();
    if (trimmed.startsWith("jdbc:postgresql:")) {
      // The driver reads user and password out of such an address by itself.
      return new DatabaseAddress(trimmed, "", "");
    }
    try {
      URI uri = URI.create(trimmed);
      boolean ours = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
      if (!ours || uri.getHost() == null || uri.getRawPath().length() < 2) {
        throw unreadable();
      }
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String url = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
      return new DatabaseAddress(
          url, login(uri.getRawUserInfo(), 0), login(uri.getRawUserInfo(), 1));
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
  }

  private static String login(@Nullable String userInfo, int part) {
    if (userInfo == null) {
      return "";
    }
    String[] parts = userInfo.split(":", 2);
    // A plus is a plus in this part of an address.
    return part < parts.length ? URLDecoder.decode(parts[part].replace("+", "%2B"), UTF_8) : "";
  }

  /** As an operator would give it; it holds the password. */
  String toUrl() {
    String login =
        user.isEmpty()
            ? ""
            : URLEncoder.encode(user, UTF_8) + ":" + URLEncoder.encode(password, UTF_8) + "@";
    return jdbcUrl.replaceFirst("^jdbc:postgresql://", "postgresql://" + login);
  }

  /** Without the address itself, because it holds a password. */
  private static DatabaseUnavailable unreadable() {
    return new DatabaseUnavailable("ALLMENDE_DATABASE_URL cannot be read.");
  }

  @Override
  public String toString() {
    return "DatabaseAddress[of " + user + "]";
  }
}

package org.allmende.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.allmende.AllmendeTest;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.people.People;
import org.allmende.people.Tokens;
import org.allmende.tenant.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody reads who sends something while no way leads to the database. */
@AllmendeTest
class DatabaseAwayTest {

  private static final byte[] TABLE = "a;b\n1;2\n".getBytes(UTF_8);
  private static final String SENTENCE =
      "Die Datenbank antwortet gerade nicht. Was Sie bisher gespeichert haben, ist sicher."
          + " Bitte versuchen Sie es gleich noch einmal.";

  @Autowired HikariDataSource database;
  @Autowired Tenants tenants;
  @Autowired People people;
  @Autowired Tokens tokens;
  @LocalServerPort int port;

  @Test
  void anUploadIsNotBlamedForIt() throws Exception {
    var town = new CatalogTown(port, tenants, people, tokens);
    String files = town.api("/datasets/" + town.draft("Bänke") + "/files");

    Answer away = withoutDatabase(() -> town.upload(files, town.officer, "a.csv", TABLE));
    var browser = Caller.at(port);
    browser.get("/login");
    Answer page =
        withoutDatabase(() -> browser.upload(files.replace("/api/v1", ""), "a.csv", TABLE));

    assertThat(away.status()).isEqualTo(503);
    assertThat(away.text("detail")).isEqualTo(SENTENCE);
    assertThat(away.header("Retry-After")).isNotEmpty();
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.body()).contains(SENTENCE);
    assertThat(town.upload(files, town.officer, "a.csv", TABLE).status()).isEqualTo(201);
  }

  private interface Sending {
    Answer send();
  }

  /** Every connection is taken meanwhile. */
  private Answer withoutDatabase(Sending sending) throws SQLException {
    Deque<Connection> taken = new ArrayDeque<>();
    try {
      while (taken.size() < database.getMaximumPoolSize()) {
        taken.push(database.getConnection());
      }
      return sending.send();
    } finally {
      while (!taken.isEmpty()) {
        taken.pop().close();
      }
    }
  }
}

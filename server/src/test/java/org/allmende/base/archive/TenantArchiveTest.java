package org.allmende.base.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.allmende.base.blob.Blobs;
import org.allmende.base.db.OpenDatabase;
import org.allmende.base.db.TestDatabase;
import org.allmende.base.id.TenantId;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A lab's workshop that Kleve and Moers carry with it: a note in it became a wish of Kleve, another
 * wish was told to Kleve and is decided on by Moers.
 */
class TenantArchiveTest {
  private static final TenantId KLEVE = new TenantId("kleve");
  private static final TenantId LAB = new TenantId("lab");

  @TempDir Path folder;
  private DataSource database;

  @BeforeEach
  void threeTenants() {
    database = empty("tenants");
    Flyway.configure().dataSource(database).outOfOrder(true).load().migrate();
    run(
        """
        insert into tenant_tenant (slug, name, kind, accent)
          values ('lab', 'Lab', 'lab', '#1'), ('kleve', 'Kleve', 'municipality', '#2'),
            ('moers', 'Moers', 'municipality', '#3');
        insert into tenant_department values ('DEPK', 'kleve', 'Grün'), ('DEPM', 'moers', 'Grün');
        insert into tenant_co_host values ('workshop:WS1', 'kleve', 'lab', now(), now()),
          ('workshop:WS1', 'moers', 'lab', now(), now()), ('workshop:WS2', 'kleve', 'lab', now(), null);
        insert into people_person select p, 'guest', p, now()
          from unnest('{GUEST,SHARED,STAFF,BOTH,OPERATOR,FOLLOWER,SUBSCRIBER}'::text[]) p;
        insert into people_account values ('STAFF', 's@kleve.example', 'secret', null, null),
          ('BOTH', 'b@moers.example', 'secret', null, null),
          ('OPERATOR', 'o@data.example', 'secret', now(), null);
        insert into people_role (person, tenant, role, granted_at) values ('STAFF', 'kleve', 'steward', now()),
          ('BOTH', 'kleve', 'officer', now()), ('BOTH', 'moers', 'officer', now()),
          ('OPERATOR', 'kleve', 'admin', now());
        insert into people_login values ('hash', 'STAFF', now(), now());
        insert into people_address values ('FOLLOWER', 'f@example.org', 'de', now(), now()),
          ('SUBSCRIBER', 'a@example.org', 'de', now(), now());
        insert into workshop_workshop (id, tenant, title, starts_at, ends_at, capacity, join_code, created_at)
          values ('WS1', 'lab', 'Daten', now(), now() + interval '1 hour', 9, '1', now()),
            ('WS2', 'lab', 'Mehr', now(), now() + interval '1 hour', 9, '2', now());
        insert into board_board values ('B1', 'lab', 'workshop:WS1', '/', null, false, 0, now());
        insert into board_phase values ('B1', 'p', 1, '', '', 'x', true, 0, false, '{}');
        insert into board_zone values ('Z1', 'B1', 'p', 1, '', false);
        insert into board_note (id, board, zone, rank, text, hat, author, seq, created_at)
          values ('N1', 'B1', 'Z1', 'a', 'Bäume', 'x', 'SHARED', 1, now());
        insert into workshop_harvest (note, workshop, kind, text, tenant, target, at)
          values ('N1', 'WS1', 'wish', 'Bäume', 'kleve', 'wish:OWN', now());
        insert into wish_wish (id, tenant, carrier, host, need, hat, visibility, wisher, wisher_name,
            origin_ref, merged_into, state, created_at, moved_at)
          values ('OWN', 'kleve', 'kleve', 'lab', 'Bäume', 'x', 'public', 'SHARED', '', 'workshop:WS1', null, 'new', now(), now()),
            ('PASSED', 'kleve', 'moers', null, 'Busse', 'x', 'public', 'GUEST', '', null, 'OWN', 'new', now(), now());
        insert into wish_support (id, wish, person, source, hat, circle, at)
          values ('S1', 'OWN', 'GUEST', 'support', 'x', '', now()), ('S2', 'OWN', 'FOLLOWER', 'support', 'x', '', now());
        insert into notify_follow values ('FOLLOWER', 'wish:OWN', now());
        insert into notify_subscription values ('SUB', 'SUBSCRIBER', 'kleve', 'tenant:kleve', 'daily', now(), now());
        insert into search_document (kind, id, tenant, visibility, title, text, columns, lang, url, at)
          values ('wish', 'OWN', 'kleve', 'PUBLIC', 'Bäume', '', '{}', 'de', '/', now()),
            ('wish', 'PASSED', 'moers', 'PUBLIC', 'Busse', '', '{}', 'de', '/', now());
        insert into base_secret values ('signer', 'secret');
        """);
  }

  @Test
  void movesWithWhomItPointsToAndWithoutSecrets() throws SQLException {
    Path archive = folder.resolve("kleve.zip");
    Manifest manifest = export(KLEVE, archive);
    assertThat(
            manifest.tables().stream()
                .filter(part -> part.rows() > 0)
                .collect(Collectors.toMap(Manifest.Rows::table, Manifest.Rows::rows)))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("tenant_tenant", 3L),
                Map.entry("tenant_department", 1L),
                Map.entry("tenant_co_host", 2L),
                Map.entry("people_person", 7L),
                Map.entry("people_account", 3L),
                Map.entry("people_role", 3L),
                Map.entry("people_address", 2L),
                Map.entry("wish_wish", 2L),
                Map.entry("wish_support", 2L),
                Map.entry("notify_follow", 1L),
                Map.entry("notify_subscription", 1L),
                Map.entry("search_document", 2L)));

    database = empty("elsewhere");
    try (ArchiveReader reader = ArchiveReader.open(archive)) {
      new Restore(reader).into(database);
    }
    assertThat(rows("select slug from tenant_tenant where removed_at is null"))
        .containsExactly("kleve");
    assertThat(
            rows(
                "select count(*) from people_account where num_nonnulls(password_hash, operator_since) > 0"))
        .containsExactly("0");
    assertThat(rows("select email from people_address order by email"))
        .containsExactly("a@example.org", "f@example.org");
  }

  @Test
  void leavesWhatOthersCarryWhole() throws SQLException {
    String lab = content(LAB, "lab-before.zip");
    remove(KLEVE);
    assertThat(rows("select id || ' ' || coalesce(merged_into, '-') from wish_wish"))
        .containsExactly("PASSED -");
    assertThat(rows("select slug || ' ' || (removed_at is not null) from tenant_tenant order by 1"))
        .containsExactly("kleve true", "lab false", "moers false");
    assertThat(rows("select ref || ' ' || tenant from tenant_co_host order by 1"))
        .containsExactly("workshop:WS1 moers");
    // Nobody knows STAFF, FOLLOWER and SUBSCRIBER any more; the others are elsewhere, too.
    assertThat(rows("select id from people_person order by id"))
        .containsExactly("BOTH", "GUEST", "OPERATOR", "SHARED");
    assertThat(rows("select person from people_account order by person"))
        .containsExactly("BOTH", "OPERATOR");
    assertThat(rows("select id || ' ' || removed || title from search_document order by id"))
        .containsExactly("OWN true", "PASSED falseBusse");
    assertThat(content(LAB, "lab-after.zip")).isEqualTo(lab);
  }

  @Test
  void ofARemovedOwnerWhatIsCarriedTogetherStays() throws SQLException {
    remove(LAB);
    assertThat(rows("select id from workshop_workshop")).containsExactly("WS1");
    assertThat(rows("select text from board_note")).containsExactly("Bäume");
    assertThat(rows("select ref || ' ' || tenant from tenant_co_host order by 1"))
        .containsExactly("workshop:WS1 kleve", "workshop:WS1 moers");
    assertThat(rows("select id from wish_wish order by id")).containsExactly("OWN", "PASSED");
  }

  /** The lab's workshop with everything in it. */
  private String content(TenantId tenant, String file) {
    return export(tenant, folder.resolve(file)).tables().stream()
        .filter(part -> part.table().matches("(board|workshop)_.*"))
        .toList()
        .toString();
  }

  private Manifest export(TenantId tenant, Path archive) {
    try (Connection connection = database.getConnection()) {
      return new ArchiveWriter(connection, Clock.systemUTC())
          .tenant(tenant, Blobs.in(folder), archive);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void remove(TenantId tenant) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      new TenantRemoval(connection, tenant).run();
      connection.commit();
    }
  }

  private static DataSource empty(String name) {
    return OpenDatabase.given(TestDatabase.emptyOne(name)).source();
  }

  private void run(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> rows(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}

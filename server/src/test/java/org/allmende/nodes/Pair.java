package org.allmende.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.allmende.base.db.OpenDatabase;
import org.allmende.base.db.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes that were started at the same moment on a database that held nothing, and a town whose
 * one member of staff has all roles.
 */
final class Pair implements AutoCloseable {

  static final String TOWN = "bergheim";
  static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String PASSWORD = "Grün ist die Heide im Mai";
  private static final String STAFF = "rathaus@bergheim.example";

  final Node first;
  final Node second;
  final JdbcClient sql;
  private final DataSource source;

  /** The one who set up the installation, in a browser that spoke to the first node only. */
  final Caller operator;

  /** Somebody who works in the town, with login and token. */
  final Caller staff;

  private final GreenMail post =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  Pair(Path folder) throws IOException {
    post.start();
    String database = TestDatabase.emptyOne("nodes");
    source = OpenDatabase.given(database).source();
    sql = JdbcClient.create(source);
    Path files = Files.createDirectories(folder.resolve("files"));
    Map<String, String> settings =
        Map.of(
            "ALLMENDE_DATABASE_URL",
            database,
            "ALLMENDE_PUBLIC_URL",
            "https://daten.bergheim.example",
            "ALLMENDE_SMTP_URL",
            "smtp://127.0.0.1:" + post.getSmtp().getPort());
    first = Node.started(folder.resolve("first"), files, settings);
    second = Node.started(folder.resolve("second"), files, settings);
    operator = Caller.at(first.port());
    var _ = second.port();
    found();
    staff = staff();
  }

  /** The address of a call in the town. */
  static String api(String path) {
    return "/" + TOWN + "/api/v1" + path;
  }

  private void found() {
    String setUp = found("/setup/\\S+", first.said());
    assertThat(second.said()).contains(setUp);
    done(
        operator.submit(
            setUp,
            setUp,
            Map.of(
                "email",
                "betrieb@zentrum.example",
                "name",
                "Berta Betrieb",
                "password",
                PASSWORD)));
    done(
        operator.submit(
            "/operator/tenants",
            "/operator/tenants",
            Map.of(
                "name",
                "Bergheim",
                "slug",
                TOWN,
                "kind",
                "municipality",
                "accent",
                "#27496d",
                "departments",
                "Grünflächen und Umwelt")));
  }

  /** Invited on one node, let in by the other. */
  private Caller staff() {
    done(
        operator.submit(
            "/" + TOWN + "/admin",
            "/" + TOWN + "/admin/invitations",
            Map.of(
                "email",
                STAFF,
                "role.steward",
                "on",
                "role.officer",
                "on",
                "role.facilitator",
                "on")));
    Caller person = Caller.at(second.port());
    String link = link(STAFF, "invitations");
    done(
        person.submit(
            link, link + "/acceptance", Map.of("name", "Ilse Datenreich", "password", PASSWORD)));
    Answer made = person.submit("/account/tokens", "/account/tokens", Map.of("name", "Versuch"));
    return person.with(found("allmende-[A-Za-z0-9_-]{20,}", made.body()));
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
  }

  /** The path of the link of this kind in the latest mail to the address that has one. */
  String link(String address, String kind) {
    Pattern link = Pattern.compile("/" + kind + "/[^\\s\"<>]+");
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                sql
                    .sql("select text from base_mail where recipient = ? order by queued_at desc")
                    .param(address)
                    .query(String.class)
                    .list()
                    .stream()
                    .flatMap(text -> link.matcher(text).results())
                    .map(MatchResult::group)
                    .findFirst()
                    .orElse(""),
            found -> !found.isEmpty());
  }

  /** A line of one's own to their database. */
  Connection connect() throws SQLException {
    return source.getConnection();
  }

  /** The subjects of the mails that arrived at addresses of the domain. */
  List<String> arrived(String domain) {
    return Arrays.stream(post.getReceivedMessagesForDomain(domain)).map(Pair::subject).toList();
  }

  private static String subject(Message mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The part of the text that has this shape. */
  static String found(String shape, String text) {
    return Pattern.compile(shape)
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow(() -> new AssertionError(shape + " in " + text));
  }

  @Override
  public void close() {
    first.close();
    second.close();
    post.stop();
  }
}

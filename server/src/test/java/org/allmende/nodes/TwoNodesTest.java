package org.allmende.nodes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.allmende.Caller;
import org.allmende.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database are one Allmende, also when one of them is killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {

  private static final int NOTES = 15;

  @TempDir static Path folder;

  private Pair pair;
  private Caller onFirst;
  private Caller onSecond;

  @BeforeAll
  void start() throws IOException {
    pair = new Pair(folder);
    onSecond = pair.staff;
    onFirst = pair.staff.moved(pair.first.port());
  }

  @AfterAll
  void stop() {
    pair.close();
  }

  @Test
  @Order(1)
  void aLoginHoldsOnBothAndEndsOnBoth() {
    Caller there = pair.operator.moved(pair.second.port());
    assertThat(there.get("/operator/tenants").status()).isEqualTo(200);
    assertThat(there.submit("/operator/tenants", "/logout", Map.of()).status()).isEqualTo(302);
    assertThat(pair.operator.get("/operator/tenants").header("Location")).startsWith("/login");
  }

  @Test
  @Order(2)
  void whatIsSentToBothIsTakenOnce() {
    String wish = "{\"need\": \"Wo stehen Trinkbrunnen im Stadtpark?\"}";
    var here =
        CompletableFuture.supplyAsync(() -> onFirst.once(Pair.api("/wishes"), wish, "brunnen"));
    var there =
        CompletableFuture.supplyAsync(() -> onSecond.once(Pair.api("/wishes"), wish, "brunnen"));
    assertThat(id(here.join())).isEqualTo(id(there.join()));
  }

  @Test
  @Order(3)
  void aBoardIsTheSameOnBoth() {
    var workshop = new Workshop(pair);
    try (var anna = workshop.joined("Anna", pair.first);
        var ben = workshop.joined("Ben", pair.second)) {
      for (int i = 0; i < NOTES; i++) {
        anna.write("Anna " + i);
        ben.write("Ben " + i);
      }
      anna.isUpToDate(2 * NOTES);
      ben.isUpToDate(2 * NOTES);
      assertThat(anna.told()).hasSize(2 * NOTES).isEqualTo(ben.told()).isEqualTo(workshop.notes());
    }
  }

  @Test
  @Order(4)
  void whatIsWrittenOnOneIsFoundOnTheOther() {
    String wish = id(onFirst.post(Pair.api("/wishes"), "{\"need\": \"Freie Plätze in Kitas\"}"));
    done(onFirst.post(Pair.api("/wishes/" + wish + "/listing"), "{}"));
    awaitFound(onSecond, "Kitas", wish);

    String synonym =
        id(onFirst.post(Pair.api("/synonyms"), "{\"word\": \"Krabbelburg\", \"means\": \"Kita\"}"));
    awaitFound(onSecond, "Krabbelburg", wish);

    assertThat(onSecond.delete(Pair.api("/synonyms/" + synonym)).status()).isEqualTo(204);
    await().atMost(Pair.PATIENCE).until(() -> !finds(onFirst, "Krabbelburg", wish));
  }

  private static void awaitFound(Caller reader, String word, String wish) {
    await().atMost(Pair.PATIENCE).until(() -> finds(reader, word, wish));
  }

  private static boolean finds(Caller reader, String word, String wish) {
    return reader.get("/" + Pair.TOWN + "/search?q=" + word).body().contains("/wishes/" + wish);
  }

  @Test
  @Order(5)
  void aFileGivenToOneIsReadOnTheOther() {
    String dataset =
        id(
            onFirst.post(
                Pair.api("/datasets"),
                """
                {"title": "Trinkbrunnen", "description": "Je Zeile einer.",
                 "department": "Grünflächen und Umwelt", "license": "dl-zero-de/2.0",
                 "contact": "brunnen@bergheim.example"}\
                """));
    String files = "/datasets/" + dataset + "/files";
    String table = "Nr;Ort\n1;Stadtpark\n";
    String file = id(onFirst.upload(Pair.api(files), "brunnen.csv", table.getBytes(UTF_8)));
    String original = "/" + Pair.TOWN + files + "/" + file + "/original";
    assertThat(onSecond.get(original).body()).isEqualTo(table);
    assertThat(rows(onSecond, files, file)).contains("Stadtpark");

    String more = table + "2;Marktplatz\n";
    done(
        onSecond.upload(
            Pair.api(files + "/" + file + "/versions"), "brunnen.csv", more.getBytes(UTF_8)));
    assertThat(onFirst.get(original).body()).isEqualTo(more);
    assertThat(rows(onFirst, files, file)).contains("Stadtpark", "Marktplatz");
  }

  private static String rows(Caller reader, String files, String file) {
    return reader.get(Pair.api(files + "/" + file + "/rows")).body();
  }

  @Test
  @Order(6)
  void everyTaskIsDoneOnce() {
    pair.sql
        .sql(
            """
            create table taken (task text not null, instance text not null);
            create function note_taken() returns trigger language plpgsql as
              $$ begin insert into taken values (new.task_name, new.task_instance); return new; end $$;
            create trigger note_taken after update on base_task for each row
              when (new.picked and not old.picked) execute function note_taken();
            """)
        .update();
    List<String> nightly =
        pair.sql
            .sql(
                """
                update base_task set execution_time = now()
                where task_instance = 'recurring' and execution_time > now() + interval '5 minutes'
                returning task_name
                """)
            .query(String.class)
            .list();
    for (int i = 0; i < NOTES; i++) {
      Caller by = i % 2 == 0 ? onFirst : onSecond;
      String wish = id(by.post(Pair.api("/wishes"), "{\"need\": \"Bank Nummer " + i + "\"}"));
      done(by.post(Pair.api("/wishes/" + wish + "/listing"), "{}"));
    }

    await().atMost(Pair.PATIENCE).until(this::nothingIsDue);

    assertThat(nightly).isNotEmpty();
    assertThat(timesTaken("task = any(?)", nightly.toArray(String[]::new)))
        .hasSize(nightly.size())
        .containsOnly(1);
    assertThat(timesTaken("instance <> ?", "recurring")).hasSizeGreaterThan(NOTES).containsOnly(1);
  }

  private boolean nothingIsDue() {
    return pair.sql
        .sql(
            """
            select not exists (select 1 from base_task
              where picked or execution_time <= now() and task_instance <> 'recurring')
            """)
        .query(Boolean.class)
        .single();
  }

  private List<Integer> timesTaken(String which, Object parameter) {
    return pair.sql
        .sql("select count(*) from taken where " + which + " group by task, instance")
        .param(parameter)
        .query(Integer.class)
        .list();
  }

  @Test
  @Order(7)
  void whoWasOnANodeThatIsKilledMissesNothing() throws SQLException {
    List<String> followers = List.of("eins.example", "zwei.example", "drei.example");
    String wish = wishFollowedBy(followers);
    var workshop = new Workshop(pair);
    Node killed;
    Node other;
    try (Connection blocking = pair.connect();
        var anna = workshop.joined("Anna", pair.first);
        var ben = workshop.joined("Ben", pair.second)) {
      // Whoever tells the followers stops in the middle of it.
      blocking.setAutoCommit(false);
      blocking.createStatement().execute("lock table notify_notice in share row exclusive mode");
      done(
          onFirst.post(
              Pair.api("/wishes/" + wish + "/refusals"),
              "{\"code\": \"not-collected\", \"reason\": \"Niemand zählt sie.\"}"));
      killed = whoTells();
      other = killed == pair.first ? pair.second : pair.first;
      Participant there = killed == pair.first ? anna : ben;
      Participant here = killed == pair.first ? ben : anna;
      for (int i = 0; i < NOTES; i++) {
        there.write("Hier " + i);
        here.write("Da " + i);
      }
      await().atMost(Pair.PATIENCE).until(() -> there.acknowledged().size() > NOTES / 3);
      killed.kill();
      blocking.rollback();

      List<String> kept = there.acknowledgedTexts();
      there.connect(other);

      there.isUpToDate(2 * NOTES);
      here.isUpToDate(2 * NOTES);
      assertThat(workshop.notes())
          .hasSize(2 * NOTES)
          .doesNotHaveDuplicates()
          .containsAll(kept)
          .isEqualTo(there.told())
          .isEqualTo(here.told());
    }
    await().atMost(Pair.PATIENCE).until(() -> followers.stream().allMatch(this::knows));
    killed.startAgain();
    Caller reader = pair.staff.moved(killed.port());
    assertThat(finds(reader, "Blätter", wish)).as("its index is complete at once").isTrue();
    await().atMost(Pair.PATIENCE).until(this::nothingIsDue);
    assertThat(followers).allSatisfy(domain -> assertThat(told(domain)).hasSize(1));
  }

  private String wishFollowedBy(List<String> domains) {
    String body = "{\"need\": \"Wie viele Blätter fallen im Herbst?\", \"contact\": \"wir@%s\"}";
    String wish = id(onFirst.post(Pair.api("/wishes"), body.formatted(domains.getFirst())));
    done(onFirst.post(Pair.api("/wishes/" + wish + "/listing"), "{}"));
    for (String domain : domains.subList(1, domains.size())) {
      String contact = "{\"contact\": \"wir@" + domain + "\"}";
      done(Caller.at(pair.second.port()).post(Pair.api("/wishes/" + wish + "/supports"), contact));
    }
    domains.forEach(domain ->
        assertThat(onSecond.get(pair.link("wir@" + domain, "confirm")).status()).isEqualTo(200));
    await().atMost(Pair.PATIENCE).until(this::nothingIsDue);
    return wish;
  }

  /** The node that works on telling of a wish's step. */
  private Node whoTells() {
    String pickedBy =
        await()
            .atMost(Pair.PATIENCE)
            .until(
                () ->
                    pair.sql
                        .sql(
                            """
                            select picked_by from base_task where picked and task_instance <> 'recurring'
                            """)
                        .query(String.class)
                        .optional()
                        .orElse(""),
                by -> !by.isEmpty());
    return pair.first.hasPicked(pickedBy) ? pair.first : pair.second;
  }

  private boolean knows(String domain) {
    return !told(domain).isEmpty();
  }

  private List<String> told(String domain) {
    return pair.arrived(domain).stream()
        .filter(subject -> subject.startsWith("Abgelehnt"))
        .toList();
  }

  private static String id(Answer made) {
    return done(made).text("id");
  }

  private static Answer done(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer;
  }
}

package org.allmende.bench;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.allmende.bench.LabelledFile.Known;
import org.jspecify.annotations.Nullable;

/** What stewards and officers of the demo's towns tell the program by its API. */
final class Teaching {

  private static final Map<String, String> DEPARTMENTS = new ConcurrentHashMap<>();
  private static final List<String> TOWNS = List.of("moers", "kleve", "geldern");
  private static final int AT_ONCE = 4;

  private static final String SAME_FILE =
      """
      with wanted as (select ? as dataset, ? as other), one as (
        select wanted.dataset as id, f as file, v as version
        from wanted
        join catalog_file f on f.dataset = wanted.other
        join catalog_file_version v on v.file = f.id
      ), files as (
        insert into catalog_file
        select (jsonb_populate_record(file, jsonb_build_object('id', 'F' || id, 'dataset', id))).* from one
      )
      insert into catalog_file_version
      select (jsonb_populate_record(
        version, jsonb_build_object('file', 'F' || id, 'published_at', null))).*
      from one
      """;

  /** A piece of work that speaks to the API. */
  interface Work {
    void run() throws IOException, InterruptedException, SQLException;
  }

  private Teaching() {}

  /** Stewards begin a dataset for each row and choose its topic. */
  static void topics(URI home, List<Known> rows) throws Exception {
    List<Work> work = new ArrayList<>();
    for (Known row : rows) {
      String town = TOWNS.get(Math.floorMod(row.city().hashCode(), TOWNS.size()));
      work.add(() -> draft(steward(home, town), row.title(), row.title(), row.topic()));
    }
    all(work);
  }

  static Api steward(URI home, String town) {
    return new Api(home, town, "demo-steward-" + town);
  }

  /** A dataset that says what it must; its id. */
  static String draft(Api steward, String title, String description, @Nullable String topic)
      throws IOException, InterruptedException {
    Map<String, Object> body =
        Result.row(
            "title",
            title,
            "description",
            description.isBlank() ? title : description,
            "department",
            department(steward),
            "license",
            "dl-de/zero-2.0",
            "contact",
            "daten@" + steward.tenant() + ".example");
    if (topic != null) {
      body.put("topic", topic);
    }
    return made(steward.send("POST", "datasets", body, null)).text("id");
  }

  private static String department(Api steward) throws IOException, InterruptedException {
    String known = DEPARTMENTS.get(steward.tenant());
    if (known == null) {
      known = steward.get("departments").items().getFirst().get("name").getAsString();
      DEPARTMENTS.put(steward.tenant(), known);
    }
    return known;
  }

  /** A dataset with a file of one row, published; its id. */
  static String publish(Api steward, String title, String description)
      throws IOException, InterruptedException {
    String id = draft(steward, title, description, null);
    made(steward.upload("datasets/" + id + "/files", "daten.csv", "Nummer;Ort\n1;Mitte\n", null));
    publish(steward, id);
    return id;
  }

  /**
   * A dataset with the file of another one, published. Reading the same table anew takes a process
   * each time and is not what is measured.
   */
  static void publishLike(
      Program program, String other, Api steward, String title, String description)
      throws IOException, InterruptedException, SQLException {
    String id = draft(steward, title, description, null);
    try (Connection database = program.database();
        PreparedStatement copy = database.prepareStatement(SAME_FILE)) {
      copy.setString(1, id);
      copy.setString(2, other);
      copy.execute();
    }
    publish(steward, id);
  }

  private static void publish(Api steward, String id) throws IOException, InterruptedException {
    Map<String, Object> yes =
        Map.of("legal", true, "personalData", true, "license", true, "contact", true);
    made(steward.send("POST", "datasets/" + id + "/publication", Map.of("checks", yes), null));
  }

  /** Does all of it, a few at once. */
  static void all(List<Work> work) throws Exception {
    try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> running = new ArrayList<>();
      for (Work each : work) {
        running.add(
            some.submit(() -> {
              each.run();
              return null;
            }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  static Api.Answer made(Api.Answer answer) throws IOException {
    if (answer.status() != 201) {
      throw new IOException("Answered " + answer.status() + ": " + answer.text());
    }
    return answer;
  }
}

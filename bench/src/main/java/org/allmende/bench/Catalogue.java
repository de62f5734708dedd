package org.allmende.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A harvester fetches the whole catalogue of a tenant in each form, following the pages, once with
 * 100 datasets and once with 10,000, from a program of 256 MB: the memory needed must not grow with
 * the catalogue. The datasets are copies, made in the database, of one that was published by the
 * API.
 */
final class Catalogue implements Benchmark {

  private static final String TENANT = "geldern";
  private static final String HEAP = "-Xmx256m";
  private static final List<String> FORMS = List.of("ttl", "rdf", "jsonld");
  private static final List<Integer> SIZES = List.of(100, 10_000);

  /** The memory may differ by what the collector happens to leave, not by the catalogue's size. */
  private static final double SAME = 1.25;

  private static final Pattern NEXT = Pattern.compile("nextPage[^?]{0,120}\\?page=(\\d+)");
  private static final Pattern DATASET =
      Pattern.compile("/" + TENANT + "/datasets/([0-9A-Z]{16})(?![/.0-9A-Z])");
  private static final Pattern AFTER_COLLECTION = Pattern.compile("\\d+M->(\\d+)M\\(");

  private static final String COPIES =
      """
      with one as (
        select d as dataset, f as file, v as version
        from catalog_dataset d
        join catalog_file f on f.dataset = d.id
        join catalog_file_version v on v.file = f.id
        where d.title = 'Datensatz 0'
      ), copies as (
        select one.*, n, substr((dataset).id, 1, 10) || lpad(n::text, 6, '0') as id,
          substr((file).id, 1, 10) || lpad(n::text, 6, '0') as file_id
        from one, generate_series(
          (select count(*) from catalog_dataset where tenant = ? and state = 'published'), ? - 1) n
      ), datasets as (
        insert into catalog_dataset
        select (jsonb_populate_record(dataset, jsonb_build_object('id', id, 'title', 'Datensatz ' || n))).* from copies
      ), files as (
        insert into catalog_file
        select (jsonb_populate_record(file, jsonb_build_object('id', file_id, 'dataset', id))).* from copies
      )
      insert into catalog_file_version
      select (jsonb_populate_record(version, jsonb_build_object('file', file_id))).* from copies
      """;

  /**
   * What fetching the catalogue took.
   *
   * @param resident MB of memory the program held at most meanwhile
   * @param heap MB that a collection of garbage left at most meanwhile, 0 if there was none
   */
  private record Harvest(
      String form, int datasets, int pages, long bytes, double seconds, long resident, long heap) {

    Map<String, Object> row() {
      return Result.row(
          "datasets",
          datasets,
          "form",
          form,
          "pages",
          pages,
          "MB",
          Math.round(bytes / 1e5) / 10.0,
          "s",
          seconds,
          "RSS MB",
          resident,
          "heap MB after collections",
          heap);
    }
  }

  @Override
  public String name() {
    return "catalogue";
  }

  @Override
  public String about() {
    return "the whole catalogue in three forms, 100 and 10,000 datasets, in 256 MB";
  }

  @Override
  public Result run(Options options) throws Exception {
    List<Harvest> harvests = new ArrayList<>();
    Path folder = Program.freshFolder("catalogue");
    Path collections = folder.resolveSibling(folder.getFileName() + ".gc.log");
    List<String> java = List.of(HEAP, "-Xlog:gc:file=" + collections + "::filecount=0");
    try (var program = new Program(folder, Program.freePort(), java, List.of("--demo"), Map.of())) {
      program.start();
      DemoContent.await(program);
      Teaching.publish(Teaching.steward(program.home(), TENANT), "Datensatz 0", "Das Vorbild.");
      for (String form : FORMS) {
        harvest(program, form, collections); // wakes Jena up
      }
      for (int size : SIZES) {
        fill(program, size);
        for (String form : FORMS) {
          harvests.add(harvest(program, form, collections));
          System.out.println(harvests.getLast());
        }
      }
    }
    Result result =
        Result.of(harvests.stream().map(Harvest::row).toList())
            .with("java", HEAP)
            .with("datasets a page", 100);
    for (int form = 0; form < FORMS.size(); form++) {
      Harvest small = harvests.get(form);
      Harvest large = harvests.get(form + FORMS.size());
      result =
          result
              .goal("all datasets in " + large.form(), large.datasets() == 10_000)
              .goal(
                  "as much memory for 10,000 as for 100 in " + large.form(),
                  large.resident() <= SAME * small.resident());
    }
    return result;
  }

  /** Follows the pages to the last one. */
  private static Harvest harvest(Program program, String form, Path collections)
      throws IOException, InterruptedException {
    Set<String> datasets = new HashSet<>();
    int pages = 0;
    long bytes = 0;
    int logged = lines(collections);
    program.forgetPeak();
    long begin = System.nanoTime();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String next = "1";
      while (next != null) {
        URI page = program.home().resolve(TENANT + "/catalog." + form + "?page=" + next);
        HttpResponse<String> answer =
            client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          throw new IOException(page + " answered " + answer.statusCode());
        }
        pages++;
        bytes += answer.body().getBytes(StandardCharsets.UTF_8).length;
        DATASET.matcher(answer.body()).results().forEach(found -> datasets.add(found.group(1)));
        Matcher link = NEXT.matcher(answer.body());
        next = link.find() ? link.group(1) : null;
      }
    }
    double seconds = Math.round((System.nanoTime() - begin) / 1e7) / 100.0;
    return new Harvest(
        form,
        datasets.size(),
        pages,
        bytes,
        seconds,
        program.peakMegabytes(),
        heap(collections, logged));
  }

  /** Copies the one dataset that was published, with its file, until the tenant has so many. */
  private static void fill(Program program, int size) throws IOException, SQLException {
    try (Connection database = program.database();
        PreparedStatement copies = database.prepareStatement(COPIES)) {
      copies.setString(1, TENANT);
      copies.setInt(2, size);
      copies.execute();
    }
  }

  /** The largest heap that a collection left, after so many lines of the log. */
  private static long heap(Path collections, int after) throws IOException {
    try (Stream<String> lines = Files.lines(collections)) {
      return lines
          .skip(after)
          .flatMap(line -> AFTER_COLLECTION.matcher(line).results())
          .mapToLong(match -> Long.parseLong(match.group(1)))
          .max()
          .orElse(0);
    }
  }

  private static int lines(Path file) throws IOException {
    return Files.readAllLines(file).size();
  }
}

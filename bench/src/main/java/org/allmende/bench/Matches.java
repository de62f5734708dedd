package org.allmende.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.bench.LabelledFile.Row;

/**
 * Whether wishes in lay words find what answers them among the datasets of several tenants and the
 * potentials of one's own, and whether nothing is offered where nothing fits. Everything is told
 * and asked by the HTTP API; neither wishes nor datasets carry a topic.
 */
final class Matches implements Benchmark {

  /**
   * What is told of a city in the file.
   *
   * @param town the town of the demo that tells it
   * @param each how many rows of each label
   */
  private record Share(String town, int each) {}

  private static final String ASKED = "moers";

  /** Which town publishes the datasets of a city. */
  private static final Map<String, Share> PUBLISHED =
      Map.of(
          "Stadt Moers", new Share(ASKED, 2),
          "Kreis Kleve", new Share("kleve", 1),
          "Köln", new Share("geldern", 1));

  /** Whose departments could open what a city has published. */
  private static final Map<String, Share> POSSIBLE =
      Map.of(
          "Bonn", new Share(ASKED, 3),
          "Stadt Krefeld", new Share("kleve", 3),
          "Düsseldorf", new Share("geldern", 3));

  private static final int OFFERED = 5;
  private static final String NOTHING = "-";

  private record Wish(String set, String text, String answers) {

    boolean isAnswerable() {
      return !answers.equals(NOTHING);
    }

    boolean isAnsweredBy(Row row) {
      if (answers.equals(row.topic())) {
        return true;
      }
      String title = row.plainTitle().toLowerCase(Locale.GERMAN);
      for (String answer : answers.split("\\|")) {
        String[] parts = answer.split("~");
        if (carries(row, parts[0]) && (parts.length == 1 || title.contains(parts[1]))) {
          return true;
        }
      }
      return false;
    }

    private static boolean carries(Row row, String label) {
      return label.endsWith("*")
          ? row.label().startsWith(label.substring(0, label.length() - 1))
          : label.equals(row.label());
    }
  }

  /** How many wishes of a set were asked, and how many were answered as they should be. */
  private static final class Score {
    private int answerable;
    private int right;
    private int withoutAnswer;
    private int nothing;
    private final List<Map<String, Object>> wrong = new ArrayList<>();
  }

  @Override
  public String name() {
    return "matches";
  }

  @Override
  public String about() {
    return "datasets and potentials for wishes in lay words [--file CSV]";
  }

  @Override
  public Result run(Options options) throws Exception {
    List<Row> published = some(LabelledFile.read(options), PUBLISHED);
    List<Row> possible = some(LabelledFile.read(options), POSSIBLE);
    Map<String, List<Row>> byTitle = new HashMap<>();
    Map<String, Score> scores = new LinkedHashMap<>();
    List<Map<String, Object>> reasons = new ArrayList<>();
    for (List<Row> rows : List.of(published, possible)) {
      rows.forEach(
          row -> byTitle.computeIfAbsent(row.plainTitle(), title -> new ArrayList<>()).add(row));
    }
    try (Program program = DemoContent.started("matches")) {
      tell(program, published, possible);
      Api steward = Teaching.steward(program.home(), ASKED);
      for (Wish wish : wishes(Stream.concat(published.stream(), possible.stream()).toList())) {
        List<JsonObject> offered = offered(steward, wish.text());
        count(scores.computeIfAbsent(wish.set(), set -> new Score()), wish, offered, byTitle);
        if (!offered.isEmpty()) {
          reasons.add(
              Result.row(
                  "wish",
                  wish.text(),
                  "title",
                  offered.getFirst().get("title").getAsString(),
                  "reasons",
                  offered.getFirst().getAsJsonArray("reasons").toString()));
        }
      }
    }
    return result(scores, reasons)
        .with("datasets", published.size())
        .with("potentials", possible.size())
        .goal("at least 300 datasets", published.size() >= 300);
  }

  /**
   * Those written for this benchmark, and the notes written for the topics, as far as anything
   * among the rows carries their topic.
   */
  private static List<Wish> wishes(List<Row> rows) throws IOException {
    Set<String> topics = rows.stream().map(Row::topic).collect(Collectors.toSet());
    return Stream.concat(
            Lines.of("wishes.tsv").stream().map(c -> new Wish(c[0], c[1], c[2])),
            Lines.of("workshop-texts.tsv").stream()
                .map(c -> new Wish("notes of topics", c[0], c[1]))
                .filter(wish -> topics.contains(wish.answers())))
        .toList();
  }

  /** The first ones of each label of each city. */
  private static List<Row> some(List<Row> all, Map<String, Share> shares) {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> titles = new HashSet<>();
    return all.stream()
        .filter(row -> !row.label().isBlank())
        .filter(row ->
            seen.merge(row.city() + "/" + row.label(), 1, Integer::sum)
                <= shares.getOrDefault(row.city(), new Share(ASKED, 0)).each())
        .filter(row -> titles.add(row.city() + "/" + row.plainTitle()))
        .toList();
  }

  private static void tell(Program program, List<Row> published, List<Row> possible)
      throws Exception {
    List<Teaching.Work> work = new ArrayList<>();
    Row first = published.getFirst();
    String other =
        Teaching.publish(
            steward(program, PUBLISHED, first), first.plainTitle(), first.description());
    for (Row row : published.subList(1, published.size())) {
      Api steward = steward(program, PUBLISHED, row);
      work.add(
          () -> Teaching.publishLike(program, other, steward, row.plainTitle(), row.description()));
    }
    for (Row row : possible) {
      Api steward = steward(program, POSSIBLE, row);
      Map<String, String> potential =
          Map.of("title", row.plainTitle(), "summary", row.description());
      work.add(() -> Teaching.made(steward.send("POST", "potentials", potential, null)));
    }
    Teaching.all(work);
  }

  private static Api steward(Program program, Map<String, Share> shares, Row row) {
    return Teaching.steward(
        program.home(), shares.getOrDefault(row.city(), new Share(ASKED, 0)).town());
  }

  private static List<JsonObject> offered(Api steward, String text)
      throws IOException, InterruptedException {
    String wish =
        Teaching.made(steward.send("POST", "wishes", Map.of("need", text), null)).text("id");
    Api.Answer answer = steward.get("wishes/" + wish + "/suggestions");
    if (answer.status() != 200) {
      throw new IOException("Suggestions answered " + answer.status() + ": " + answer.text());
    }
    return answer.items().stream().limit(OFFERED).toList();
  }

  private static void count(
      Score score, Wish wish, List<JsonObject> offered, Map<String, List<Row>> byTitle) {
    boolean right =
        wish.isAnswerable()
            ? offered.stream()
                .flatMap(
                    o -> byTitle.getOrDefault(o.get("title").getAsString(), List.of()).stream())
                .anyMatch(wish::isAnsweredBy)
            : offered.isEmpty();
    if (wish.isAnswerable()) {
      score.answerable++;
      score.right += right ? 1 : 0;
    } else {
      score.withoutAnswer++;
      score.nothing += right ? 1 : 0;
    }
    if (!right) {
      score.wrong.add(
          Result.row(
              "wish",
              wish.text(),
              "offered",
              offered.stream().map(o -> o.get("title").getAsString()).toList()));
    }
  }

  private static Result result(Map<String, Score> scores, List<Map<String, Object>> reasons) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Map<String, Object> wrong = new LinkedHashMap<>();
    scores.forEach((set, score) -> {
      rows.add(
          Result.row(
              "wishes",
              set,
              "with an answer",
              score.answerable,
              "right one among five",
              score.right,
              "without one",
              score.withoutAnswer,
              "nothing offered",
              score.nothing));
      wrong.put(set, score.wrong);
    });
    Result result = Result.of(rows).with("wrong", wrong).with("best offer of each wish", reasons);
    for (Map.Entry<String, Score> each : scores.entrySet()) {
      Score score = each.getValue();
      if (score.withoutAnswer > 0) {
        result =
            result
                .goal("right for 80 %: " + each.getKey(), score.right >= 0.8 * score.answerable)
                .goal(
                    "nothing for 80 %: " + each.getKey(),
                    score.nothing >= 0.8 * score.withoutAnswer);
      }
    }
    return result;
  }
}

package org.allmende.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allmende.bench.LabelledFile.Known;
import org.allmende.bench.LabelledFile.Row;
import org.allmende.bench.NearestTitle.Example;

/**
 * How often the suggested topics hold the right one: for the titles of a city nobody taught, and
 * for notes in lay words. The product is taught by stewards who choose topics for datasets, and
 * asked, both by its HTTP API; the baseline learns the same rows.
 */
final class Topics implements Benchmark {

  private static final List<String> CITIES = List.of("Stadt Moers", "Köln", "Düsseldorf", "Bonn");
  private static final String NOTES = "100 notes in lay words";
  private static final int OFFERED = 5;

  private record Question(String text, String topic) {}

  /** How many were asked, and of how many the first, one of five, the theme was right. */
  private static final class Score {
    private int asked;
    private int first;
    private int five;
    private int theme;

    void count(List<String> offered, String topic) {
      asked++;
      if (!offered.isEmpty()) {
        first += offered.getFirst().equals(topic) ? 1 : 0;
        five += offered.contains(topic) ? 1 : 0;
        theme += themeOf(offered.getFirst()).equals(themeOf(topic)) ? 1 : 0;
      }
    }

    private static String themeOf(String topic) {
      return topic.replaceFirst("(.*/def/musterdatensatz/[^/]*).*", "$1");
    }

    private double share(int right) {
      return Math.round(1000.0 * right / asked) / 1000.0;
    }
  }

  @Override
  public String name() {
    return "topics";
  }

  @Override
  public String about() {
    return "suggested topics against nearest titles, a city left out at a time [--file CSV]";
  }

  @Override
  public Result run(Options options) throws Exception {
    List<Row> all = LabelledFile.read(options);
    List<Known> known = LabelledFile.known(all);
    double covered = Math.round(1000.0 * known.size() / all.size()) / 1000.0;
    List<Map<String, Object>> rows = new ArrayList<>();
    Result result = Result.of(rows);
    for (String city : CITIES) {
      List<Known> taught = known.stream().filter(row -> !row.city().equals(city)).toList();
      List<Question> asked =
          known.stream()
              .filter(row -> row.city().equals(city))
              .map(row -> new Question(row.title(), row.topic()))
              .toList();
      result = compare(city, taught, asked, rows, result);
    }
    List<Question> notes =
        Lines.of("workshop-texts.tsv").stream().map(c -> new Question(c[0], c[1])).toList();
    result = compare(NOTES, known, notes, rows, result);
    return result
        .with("rows of the labelled file", all.size())
        .with("covered by the crosswalk", covered)
        .goal("the crosswalk covers 90 % of the rows", covered >= 0.9);
  }

  private static Result compare(
      String what,
      List<Known> taught,
      List<Question> asked,
      List<Map<String, Object>> rows,
      Result result)
      throws Exception {
    Score product = new Score();
    Score baseline = new Score();
    var nearest =
        new NearestTitle(
            taught.stream().map(row -> new Example(row.title(), row.topic())).toList());
    try (Program program = DemoContent.started("topics")) {
      Teaching.topics(program.home(), taught);
      var anybody = new Api(program.home(), "moers", null);
      for (Question question : asked) {
        product.count(suggested(anybody, question.text()), question.topic());
        baseline.count(nearest.topics(question.text(), OFFERED), question.topic());
      }
    }
    rows.add(row(what, "Allmende", taught.size(), product));
    rows.add(row(what, "baseline", taught.size(), baseline));
    System.out.println(rows.get(rows.size() - 2));
    System.out.println(rows.getLast());
    return result.goal("better than the baseline at top-5: " + what, product.five > baseline.five);
  }

  private static List<String> suggested(Api api, String text)
      throws IOException, InterruptedException {
    Api.Answer answer =
        api.get(
            "topics/suggestions?limit="
                + OFFERED
                + "&text="
                + URLEncoder.encode(text, StandardCharsets.UTF_8));
    if (answer.status() != 200) {
      throw new IOException("Suggestions answered " + answer.status() + ": " + answer.text());
    }
    return answer.items().stream().map(item -> item.get("uri").getAsString()).toList();
  }

  private static Map<String, Object> row(String what, String side, int taught, Score score) {
    return Result.row(
        "asked about",
        what,
        "side",
        side,
        "taught",
        taught,
        "asked",
        score.asked,
        "top-1",
        score.share(score.first),
        "top-5",
        score.share(score.five),
        "theme",
        score.share(score.theme));
  }
}

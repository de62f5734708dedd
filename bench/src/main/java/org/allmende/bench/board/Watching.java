package org.allmende.bench.board;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allmende.bench.Benchmark;
import org.allmende.bench.DemoContent;
import org.allmende.bench.Options;
import org.allmende.bench.Program;
import org.allmende.bench.Result;
import org.allmende.bench.Shield;

/** What a browser has to do while others move and reword the notes of a large board. */
public final class Watching implements Benchmark {

  private static final int NOTES = 500;
  private static final int CHANGES_PER_SECOND = 50;
  private static final int GOAL_MILLIS_PER_SECOND = 60;

  /** The length from which browsers call a task long. */
  private static final int LONG_TASK_MILLIS = 50;

  private static final Map<String, String> BROWSERS =
      Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

  private static final String NOTE_LONG_TASKS =
      """
      () => {
        window.longTasks = [];
        new PerformanceObserver(list => {
          for (const task of list.getEntries()) window.longTasks.push(task.duration);
        }).observe({ type: 'longtask' });
      }
      """;

  /** Seconds since the page began, as the browser itself counts them. */
  private record Work(double script, double layout, double style, double tasks) {

    static Work of(CDPSession session) {
      JsonObject all = new JsonObject();
      for (JsonElement metric :
          session.send("Performance.getMetrics").getAsJsonArray("metrics").asList()) {
        all.add(
            metric.getAsJsonObject().get("name").getAsString(),
            metric.getAsJsonObject().get("value"));
      }
      return new Work(
          all.get("ScriptDuration").getAsDouble(),
          all.get("LayoutDuration").getAsDouble(),
          all.get("RecalcStyleDuration").getAsDouble(),
          all.get("TaskDuration").getAsDouble());
    }

    /** Milliseconds a second since then. */
    Work since(Work before, double seconds) {
      return new Work(
          (script - before.script) * 1000 / seconds,
          (layout - before.layout) * 1000 / seconds,
          (style - before.style) * 1000 / seconds,
          (tasks - before.tasks) * 1000 / seconds);
    }

    double sum() {
      return script + layout + style;
    }
  }

  @Override
  public String name() {
    return "watching";
  }

  @Override
  public String about() {
    return "a browser with 500 notes while others change fifty a second [--rounds 3 --seconds 10]";
  }

  @Override
  public Result run(Options options) throws Exception {
    int rounds = (int) options.number("rounds", 3);
    int seconds = (int) options.number("seconds", 10);
    Shield shield = Shield.raised();
    List<Map<String, Object>> rows = new ArrayList<>();
    boolean smooth = true;
    boolean light = true;
    boolean whole = true;
    try (Program program = DemoContent.started("watching");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(BROWSERS));
        Browser chromium = playwright.chromium().launch(chromium())) {
      Allmende ours = Allmende.shielded(program, shield);
      for (int round = 0; round < rounds; round++) {
        Map<String, String> board = ours.board(Crowd.PEOPLE);
        try (Crowd crowd = Crowd.joined(program.home(), board)) {
          crowd.write(NOTES);
          Page page = watched(chromium, program.home(), board);
          for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
            shield.over(process);
          }
          CDPSession session = page.context().newCDPSession(page);
          session.send("Performance.enable");
          page.evaluate(NOTE_LONG_TASKS);
          Work before = Work.of(session);
          int changes = crowd.change(CHANGES_PER_SECOND, seconds);
          Work work = Work.of(session).since(before, seconds);
          List<?> longTasks = (List<?>) page.evaluate("() => window.longTasks");
          long told = number(page, "document.querySelector('allmende-board').store.seq");
          whole &= told == crowd.seq();
          smooth &= longTasks.isEmpty();
          light &= work.sum() <= GOAL_MILLIS_PER_SECOND;
          rows.add(row(round + 1, changes, work, longTasks));
          page.context().close();
        }
      }
    }
    return Result.of(rows)
        .with("notes", NOTES)
        .with("changesPerSecond", CHANGES_PER_SECOND + ", 70 % moves, 30 % edits")
        .with("seconds", seconds)
        .with("browser", "Chromium without a graphics card, 1600 x 900")
        .with("shield", shield.told())
        .goal("the browser has every change", whole)
        .goal("no task of more than " + LONG_TASK_MILLIS + " ms", smooth)
        .goal(
            "script, layout and style at most %d ms a second".formatted(GOAL_MILLIS_PER_SECOND),
            light);
  }

  private static BrowserType.LaunchOptions chromium() {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(Path.of(System.getProperty("allmende.chromium", "/usr/bin/chromium")))
        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
  }

  /** Somebody else who has joined and sees all the notes. */
  private static Page watched(Browser chromium, URI home, Map<String, String> board) {
    Page page =
        chromium
            .newContext(
                new Browser.NewContextOptions().setLocale("de-DE").setViewportSize(1600, 900))
            .newPage();
    page.navigate(home.resolve("join").toString());
    page.locator("[name=code]").fill(board.get("BOARD_CODE"));
    page.locator("main form button[type=submit]").click();
    page.locator("[name=name]").fill("Zuschauerin");
    page.locator("[name=tenant]").selectOption("moers");
    page.locator("main form button[type=submit]").click();
    // Not those of the page as it came, which the script replaces.
    page.waitForFunction(
        "count => document.querySelectorAll('[data-live] article.note').length >= count", NOTES);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return page;
  }

  private static long number(Page page, String expression) {
    return ((Number) page.evaluate("() => " + expression)).longValue();
  }

  private static Map<String, Object> row(int round, int changes, Work work, List<?> longTasks) {
    double longest =
        longTasks.stream().mapToDouble(each -> ((Number) each).doubleValue()).max().orElse(0);
    return Result.row(
        "round",
        round,
        "changes",
        changes,
        "script ms/s",
        round(work.script()),
        "layout ms/s",
        round(work.layout()),
        "style ms/s",
        round(work.style()),
        "sum ms/s",
        round(work.sum()),
        "all tasks ms/s",
        round(work.tasks()),
        "long tasks",
        longTasks.size(),
        "longest ms",
        round(longest));
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}

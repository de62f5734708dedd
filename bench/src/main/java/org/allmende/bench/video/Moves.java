package org.allmende.bench.video;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.allmende.bench.Benchmark;
import org.allmende.bench.DemoContent;
import org.allmende.bench.Options;
import org.allmende.bench.Program;
import org.allmende.bench.Quantiles;
import org.allmende.bench.Result;
import org.allmende.bench.Shield;
import org.allmende.bench.video.Participant.Arrival;

/**
 * How long people who see each other over a media server see nobody when all go into groups and
 * back with one click of the facilitator.
 */
public final class Moves implements Benchmark {

  private static final int PEOPLE = 4;
  private static final int GROUPS = 2;
  private static final double GOAL_MILLIS = 1_500;

  /** The system has one; nothing is fetched. */
  private static final Map<String, String> BROWSERS =
      Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

  private static final List<String> CHROMIUM =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          // A camera and a microphone that need no device and no leave.
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream",
          "--allow-loopback-in-peer-connection");

  /** One person's way from one room to another, since the facilitator's click. */
  private record Way(long told, long first, long all) {

    static Way of(Arrival arrival, long click) {
      return new Way(arrival.told() - click, arrival.first() - click, arrival.all() - click);
    }
  }

  /** What the facilitator does. */
  @FunctionalInterface
  private interface Click {
    void happens() throws Exception;
  }

  @Override
  public String name() {
    return "video";
  }

  @Override
  public String about() {
    return "four browsers into groups and back over a Janus: the first picture [--moves 10]";
  }

  @Override
  public Result run(Options options) throws Exception {
    int moves = (int) options.number("moves", 10);
    Shield shield = Shield.raised();
    List<Way> apart = new ArrayList<>();
    List<Way> together = new ArrayList<>();
    try (Janus janus = Janus.start(Program.freshFolder("janus"));
        Program program = Program.demo("video", settings(janus));
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(BROWSERS));
        Browser chromium = playwright.chromium().launch(chromium())) {
      program.start();
      DemoContent.await(program);
      Meeting meeting = Meeting.plan(program.home());
      List<Participant> people =
          IntStream.rangeClosed(1, PEOPLE)
              .mapToObj(number ->
                  Participant.join(chromium, program.home(), meeting.code(), "Gast " + number))
              .toList();
      people.forEach(person -> person.sees(PEOPLE - 1));
      meeting.deal(GROUPS);
      shield(shield, program);
      for (int move = 0; move < moves; move++) {
        apart.addAll(ways(people, PEOPLE / GROUPS - 1, () -> meeting.open(meeting.apart())));
        together.addAll(ways(people, PEOPLE - 1, () -> meeting.open(meeting.together())));
      }
    }
    return Result.of(List.of(row("into groups of 2", apart), row("back to all 4", together)))
        .with("moves in each direction", moves)
        .with("people", PEOPLE)
        .with("first picture", "decoded by getStats, since the facilitator's click, of each person")
        .with("browsers", "four windows of one Chromium with fake cameras, 320 x 200")
        .with("shield", shield.told())
        .goal("a first picture of somebody within 1.5 s, always", isReached(apart, together));
  }

  private static Map<String, String> settings(Janus janus) {
    return Map.of(
        "SPRING_APPLICATION_JSON", "{\"allmende.video.janus\": \"" + janus.address() + "\"}");
  }

  private static BrowserType.LaunchOptions chromium() {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(Path.of(System.getProperty("allmende.chromium", "/usr/bin/chromium")))
        .setArgs(CHROMIUM);
  }

  /** Servers and browsers, with all they have started. */
  private static void shield(Shield shield, Program program)
      throws IOException, InterruptedException {
    List<ProcessHandle> all =
        Stream.concat(
                ProcessHandle.current().descendants(),
                program.postgres().stream()
                    .flatMap(first -> Stream.concat(Stream.of(first), first.descendants())))
            .toList();
    for (ProcessHandle process : all) {
      shield.over(process);
    }
  }

  private static List<Way> ways(List<Participant> people, int others, Click click)
      throws Exception {
    people.forEach(person -> person.watch(others));
    long now = System.currentTimeMillis();
    click.happens();
    return people.stream().map(person -> Way.of(person.arrival(), now)).toList();
  }

  private static Map<String, Object> row(String way, List<Way> ways) {
    Quantiles first = quantiles(ways, Way::first);
    Quantiles all = quantiles(ways, Way::all);
    return Result.row(
        "way",
        way,
        "told p50 ms",
        quantiles(ways, Way::told).p(0.5),
        "first picture p50 ms",
        first.p(0.5),
        "first picture worst ms",
        first.p(1),
        "all pictures p50 ms",
        all.p(0.5),
        "all pictures worst ms",
        all.p(1));
  }

  private static Quantiles quantiles(List<Way> ways, ToLongFunction<Way> what) {
    return Quantiles.ofNanos(ways.stream().mapToLong(what).map(each -> each * 1_000_000).toArray());
  }

  private static boolean isReached(List<Way> apart, List<Way> together) {
    return quantiles(apart, Way::first).p(1) < GOAL_MILLIS
        && quantiles(together, Way::first).p(1) < GOAL_MILLIS;
  }
}

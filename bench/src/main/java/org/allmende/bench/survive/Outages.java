package org.allmende.bench.survive;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.allmende.bench.Program;

/** What is not killed but gone for a while: a PostgreSQL that hangs, a mail server that is away. */
final class Outages {
  private static final String SENTENCE = "Die Datenbank antwortet gerade nicht";
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Town town;
  private final Ledger ledger;
  private final Postbox postbox;
  private final Random random;

  Outages(Town town, Ledger ledger, Postbox postbox, Random random) {
    this.town = town;
    this.ledger = ledger;
    this.postbox = postbox;
    this.random = random;
  }

  /** Stops PostgreSQL like a machine under it would, and reads pages meanwhile. */
  String databaseHangs(Duration length) throws Exception {
    Thread working = journey("hangt");
    Thread.sleep(PAUSE);
    signal("-STOP");
    long end = System.nanoTime() + length.toNanos();
    int pages = 0;
    int told = 0;
    long slowest = 0;
    while (System.nanoTime() < end) {
      long asked = System.nanoTime();
      HttpResponse<String> page = page();
      slowest = Math.max(slowest, System.nanoTime() - asked);
      pages++;
      if (page.statusCode() == 503 && page.body().contains(SENTENCE)) {
        told++;
      } else {
        ledger.surprise("without a database a page answered " + page.statusCode());
      }
      Thread.sleep(PAUSE);
    }
    signal("-CONT");
    long back = System.nanoTime();
    while (page().statusCode() != 200) {
      Thread.sleep(50);
    }
    Duration recovered = Duration.ofNanos(System.nanoTime() - back);
    working.join();
    return "%d of %d pages said so in a sentence, the slowest after %.1f s; back after %.1f s"
        .formatted(told, pages, slowest / 1e9, recovered.toMillis() / 1000.0);
  }

  private void signal(String signal) throws IOException, InterruptedException {
    Program program = town.program();
    ProcessHandle postmaster = program.postgres().orElseThrow();
    List<String> command = new ArrayList<>(List.of("kill", signal));
    command.add(String.valueOf(postmaster.pid()));
    postmaster.descendants().forEach(child -> command.add(String.valueOf(child.pid())));
    // A child may have ended by itself meanwhile.
    var _ = new ProcessBuilder(command).start().waitFor();
  }

  private HttpResponse<String> page() throws IOException, InterruptedException {
    URI page = town.program().home().resolve("/" + Town.SLUG + "/wishes");
    return CLIENT.send(
        HttpRequest.newBuilder(page).timeout(Duration.ofMinutes(1)).build(),
        BodyHandlers.ofString());
  }

  /** Nobody takes mails while people work on. */
  String mailServerAway(Duration length) throws Exception {
    postbox.close();
    int before = postbox.letters().size();
    long end = System.nanoTime() + length.toNanos();
    Thread first = journey("postweg");
    Thread second = journey("postfort");
    first.join();
    second.join();
    while (System.nanoTime() < end) {
      Thread.sleep(PAUSE);
    }
    int meanwhile = postbox.letters().size() - before;
    postbox.open();
    return "away for %d s, %d mails taken meanwhile".formatted(length.toSeconds(), meanwhile);
  }

  private Thread journey(String word) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            new WishJourney(town, ledger, random, word).run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (Persistent.Refused noted) {
            // Written down as a surprise.
          }
        });
  }
}

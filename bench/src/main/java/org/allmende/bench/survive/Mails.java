package org.allmende.bench.survive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.allmende.bench.Program;

/** Confirms every address that is asked for, and compares the postbox with what was expected. */
final class Mails {
  private static final Pattern LINK = Pattern.compile("/confirm/\\S+");
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

  /** What came of the mails expected. */
  record Verdict(int expected, int missing, int doubled, int arrived, int sentAgain) {}

  private final Program program;
  private final Postbox postbox;
  private final Ledger ledger;
  private final Set<String> confirmed = new HashSet<>();
  private volatile boolean over;

  Mails(Program program, Postbox postbox, Ledger ledger) {
    this.program = program;
    this.postbox = postbox;
    this.ledger = ledger;
  }

  /** Opens the links as they arrive, like people do, until {@link #stop}. */
  void confirm() throws InterruptedException {
    while (!over) {
      for (Letter letter : postbox.letters()) {
        for (MatchResult link : LINK.matcher(letter.text()).results().toList()) {
          open(link.group());
        }
      }
      Thread.sleep(500);
    }
  }

  private void open(String link) throws InterruptedException {
    if (confirmed.contains(link)) {
      return;
    }
    try {
      new Site(program.home()).open(link);
      confirmed.add(link);
    } catch (java.io.IOException later) {
      // The program is away just now.
    }
  }

  void stop() {
    over = true;
  }

  /** Waits until everything expected has arrived, or for long enough. */
  void await() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE;
    while (!missing().isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(1000);
    }
  }

  Verdict verdict() {
    List<Ledger.ExpectedMail> missing = missing();
    missing.stream().limit(10).forEach(mail -> ledger.surprise("missing " + mail));
    Set<String> ids = new HashSet<>();
    postbox.letters().forEach(letter -> ids.add(letter.messageId()));
    return new Verdict(
        ledger.mails().size(),
        missing.size(),
        doubled(),
        ids.size(),
        postbox.letters().size() - ids.size());
  }

  private List<Ledger.ExpectedMail> missing() {
    List<Letter> letters = postbox.letters();
    var byAddress = letters.stream().collect(java.util.stream.Collectors.groupingBy(Letter::to));
    return ledger.mails().stream()
        .filter(mail ->
            byAddress.getOrDefault(mail.to(), List.of()).stream()
                .noneMatch(letter ->
                    letter.subject().startsWith(mail.subject()) && letter.holds(mail.words())))
        .toList();
  }

  /** Mails that say the same to the same person under different Message-IDs. */
  private int doubled() {
    Set<String> ids = new HashSet<>();
    Set<String> contents = new HashSet<>();
    int doubled = 0;
    for (Letter letter : postbox.letters()) {
      String lead = letter.text().lines().limit(8).reduce("", (a, b) -> a + "\n" + b);
      if (ids.add(letter.messageId())
          && !contents.add(letter.to() + "\n" + letter.subject() + "\n" + lead)) {
        ledger.surprise("told twice: " + letter.to() + " " + letter.subject());
        doubled++;
      }
    }
    return doubled;
  }
}

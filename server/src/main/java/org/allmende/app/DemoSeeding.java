package org.allmende.app;

import java.time.Duration;
import java.time.Instant;
import org.allmende.people.LoginHints;
import org.allmende.people.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Fills a new installation with the demo content before it says that it is ready, and shows the
 * accounts of the demo at every start.
 */
@Component
class DemoSeeding implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(DemoSeeding.class);

  private final boolean demo;
  private final DemoContent content;
  private final DemoTowns towns;
  private final People people;
  private final LoginHints hints;

  DemoSeeding(
      @Value("${allmende.demo}") boolean demo,
      DemoContent content,
      DemoTowns towns,
      People people,
      LoginHints hints) {
    this.demo = demo;
    this.content = content;
    this.towns = towns;
    this.people = people;
    this.hints = hints;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!demo) {
      return;
    }
    // The operator is the last thing the demo content makes.
    if (!people.hasOperator()) {
      Instant start = Instant.now();
      content.write();
      log.info("Demo content written in {} s", Duration.between(start, Instant.now()).toSeconds());
    }
    towns.hints().forEach(hints::show);
  }
}

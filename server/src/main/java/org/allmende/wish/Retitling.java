package org.allmende.wish;

import java.util.Optional;
import org.allmende.base.event.EventHandler;
import org.allmende.base.id.Ref;
import org.allmende.catalog.Dataset;
import org.allmende.catalog.DatasetId;
import org.allmende.catalog.Datasets;
import org.allmende.comment.TextReworded;
import org.allmende.reuse.Use;
import org.allmende.reuse.Uses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls a dataset or a use in threads and matches what it is called since a steward decided. */
@Component
class Retitling {

  private final Datasets datasets;
  private final Uses uses;
  private final StepStore steps;
  private final MatchStore matches;

  Retitling(Datasets datasets, Uses uses, StepStore steps, MatchStore matches) {
    this.datasets = datasets;
    this.uses = uses;
    this.steps = steps;
    this.matches = matches;
  }

  @Transactional
  public void reworded(TextReworded news) {
    Ref about = news.about();
    title(about)
        .ifPresent(title -> {
          steps.retitle(about, title);
          matches.retitle(about, title);
        });
  }

  private Optional<String> title(Ref about) {
    return switch (about.kind()) {
      case DatasetId.KIND -> datasets.find(new DatasetId(about.id())).map(Dataset::title);
      case Use.KIND -> uses.find(about.id()).map(Use::title);
      default -> Optional.empty();
    };
  }

  @Bean
  static EventHandler<TextReworded> retitleThreads(@Lazy Retitling retitling) {
    return EventHandler.on("wish.retitle", TextReworded.class, retitling::reworded);
  }
}

package org.allmende.workshop;

import java.util.List;
import java.util.Locale;
import org.allmende.base.event.EventHandler;
import org.allmende.base.i18n.Texts;
import org.allmende.notify.NoticeText;
import org.allmende.notify.Step;
import org.allmende.notify.Telling;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells everybody who was there what a workshop came to, also those whose notes became neither wish
 * nor potential.
 */
@Component
class WorkshopTelling {

  private final Workshops workshops;
  private final Harvesting harvesting;
  private final Telling telling;
  private final Texts texts;

  WorkshopTelling(Workshops workshops, Harvesting harvesting, Telling telling, Texts texts) {
    this.workshops = workshops;
    this.harvesting = harvesting;
    this.telling = telling;
    this.texts = texts;
  }

  @Transactional
  public void released(ResultsReleased news) {
    Workshop workshop = workshops.get(news.workshop());
    List<Harvest> made =
        harvesting.of(workshop).values().stream()
            .filter(harvest -> harvest.mergedInto() == null)
            .toList();
    telling.tell(
        new Step(
            workshop.tenant(),
            workshop.ref(),
            "results",
            workshop.url("/results"),
            locale -> notice(workshop, made, locale)));
  }

  private NoticeText notice(Workshop workshop, List<Harvest> made, Locale locale) {
    return new NoticeText(
        texts.of(locale, "workshop.tell.results.subject", workshop.title()),
        texts.of(locale, "workshop.tell.results.lead", workshop.title()),
        List.of(
            texts.of(
                locale,
                "workshop.tell.results.made",
                count(made, HarvestKind.WISH),
                count(made, HarvestKind.POTENTIAL)),
            texts.of(locale, "workshop.tell.results.next")),
        texts.of(locale, "workshop.tell.results.action"),
        List.of());
  }

  private static long count(List<Harvest> made, HarvestKind kind) {
    return made.stream().filter(harvest -> harvest.kind() == kind).count();
  }

  @Bean
  static EventHandler<ResultsReleased> tellResults(@Lazy WorkshopTelling telling) {
    return EventHandler.on("workshop.tellResults", ResultsReleased.class, telling::released);
  }
}

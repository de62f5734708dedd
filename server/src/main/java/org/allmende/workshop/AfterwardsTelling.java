package org.allmende.workshop;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.allmende.base.i18n.Moments;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.PersonId;
import org.allmende.notify.NoticeText;
import org.allmende.notify.Step;
import org.allmende.notify.Telling;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who took part how it goes on after the last phase. */
@Component
class AfterwardsTelling {

  private final Telling telling;
  private final Texts texts;
  private final Clock clock;

  AfterwardsTelling(Telling telling, Texts texts, Clock clock) {
    this.telling = telling;
    this.texts = texts;
    this.clock = clock;
  }

  /** Tells everybody who took part until when the board is open. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void opened(Workshop workshop, Instant until) {
    telling.tell(
        new Step(
            workshop.tenant(),
            workshop.ref(),
            "afterwards:" + until.getEpochSecond(),
            workshop.url("/room"),
            locale -> open(workshop, until, locale)));
  }

  private NoticeText open(Workshop workshop, Instant until, Locale locale) {
    String moment = new Moments(locale, clock.getZone()).moment(until);
    return new NoticeText(
        texts.of(locale, "workshop.tell.afterwards.subject", workshop.title()),
        texts.of(locale, "workshop.tell.afterwards.lead", moment),
        List.of(texts.of(locale, "workshop.tell.afterwards.text")),
        texts.of(locale, "workshop.tell.afterwards.action"),
        List.of());
  }

  /** Tells whoever said it that those who lead change something because of it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void taken(Workshop workshop, Improvement improvement, PersonId author) {
    int _ =
        telling.inform(
            new Step(
                workshop.tenant(),
                workshop.ref(),
                "improvement-" + improvement.state().key() + ":" + improvement.id(),
                workshop.url("/closing"),
                locale -> words(workshop, improvement, locale)),
            author);
  }

  private NoticeText words(Workshop workshop, Improvement improvement, Locale locale) {
    return new NoticeText(
        texts.of(locale, "workshop.tell.improvement.subject", workshop.title()),
        texts.of(locale, "workshop.tell.improvement." + improvement.state().key()),
        List.of(improvement.sentence()),
        texts.of(locale, "workshop.tell.improvement.action"),
        List.of());
  }
}

package org.allmende.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.allmende.base.event.Events;
import org.allmende.base.i18n.Moments;
import org.allmende.base.i18n.Texts;
import org.allmende.base.job.RecurringJob;
import org.allmende.notify.NoticeText;
import org.allmende.notify.Step;
import org.allmende.notify.Telling;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds officers before a due date, and notes when one has passed. */
@Component
public class Reminders {

  /** Days before the due date on which the officer is reminded. */
  private static final List<Integer> DAYS_BEFORE = List.of(14, 7, 1);

  private final CommitmentStore store;
  private final Telling telling;
  private final Events events;
  private final Texts texts;
  private final Clock clock;

  Reminders(CommitmentStore store, Telling telling, Events events, Texts texts, Clock clock) {
    this.store = store;
    this.telling = telling;
    this.events = events;
    this.texts = texts;
    this.clock = clock;
  }

  @Bean
  static RecurringJob remindOfCommitments(@Lazy Reminders reminders) {
    return RecurringJob.every(Duration.ofMinutes(30), "plan.remind", reminders::run);
  }

  /** Looks at everything due soon or late; running twice tells nothing twice. */
  @Transactional
  public void run() {
    LocalDate today = LocalDate.now(clock);
    for (Commitment commitment : store.dueUntil(today.plusDays(DAYS_BEFORE.getFirst()))) {
      long days = ChronoUnit.DAYS.between(today, commitment.dueOn());
      if (days < 0) {
        noteOverdue(commitment);
      }
      if (commitment.officer() != null) {
        remind(commitment, days);
      }
    }
  }

  private void noteOverdue(Commitment commitment) {
    if (store.noteOverdue(commitment)) {
      events.publish(
          new CommitmentOverdue(commitment.tenant(), commitment.id(), commitment.about()));
    }
  }

  private void remind(Commitment commitment, long days) {
    // The smallest reminder that is due; a server that was off for a day reminds late rather than
    // never.
    int before =
        days < 0
            ? -1
            : DAYS_BEFORE.stream().filter(d -> days <= d).min(Integer::compare).orElseThrow();
    Step step =
        new Step(
            commitment.tenant(),
            commitment.ref(),
            "reminder:" + commitment.dueOn() + ":" + before,
            commitment.url(),
            locale -> wording(commitment, days, locale));
    var _ = telling.tell(step, java.util.Objects.requireNonNull(commitment.officer()));
  }

  private NoticeText wording(Commitment commitment, long days, Locale locale) {
    String due = new Moments(locale, clock.getZone()).date(commitment.dueOn());
    String title = commitment.origin().title();
    String news = days < 0 ? "plan.reminder.late." : "plan.reminder.soon.";
    return new NoticeText(
        texts.of(locale, news + "subject", days, title),
        texts.of(locale, news + "lead", days, -days),
        List.of(texts.of(locale, "plan.reminder.body", title, due)),
        texts.of(locale, "plan.reminder.action"),
        List.of());
  }
}

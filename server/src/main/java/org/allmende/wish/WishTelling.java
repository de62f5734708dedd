package org.allmende.wish;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.allmende.base.event.EventHandler;
import org.allmende.base.i18n.Moments;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.notify.MailKnot;
import org.allmende.notify.NoticeText;
import org.allmende.notify.Telling;
import org.allmende.plan.Commitment;
import org.allmende.plan.CommitmentOverdue;
import org.allmende.plan.CommitmentProgressed;
import org.allmende.plan.Commitments;
import org.allmende.plan.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells everybody who wanted to know, at every step of a wish. */
@Component
class WishTelling {

  private final WishStore wishes;
  private final StepStore steps;
  private final Threads threads;
  private final Telling telling;
  private final Commitments commitments;
  private final PrivateLinks links;
  private final WishNews news;
  private final Texts texts;
  private final Clock clock;

  WishTelling(
      WishStore wishes,
      StepStore steps,
      Threads threads,
      Telling telling,
      Commitments commitments,
      PrivateLinks links,
      WishNews news,
      Texts texts,
      Clock clock) {
    this.wishes = wishes;
    this.steps = steps;
    this.threads = threads;
    this.telling = telling;
    this.commitments = commitments;
    this.links = links;
    this.news = news;
    this.texts = texts;
    this.clock = clock;
  }

  /** Nothing is told of what is still internal; its release tells it. */
  @Transactional
  public void moved(WishMoved moved) {
    Wish wish = wishes.byIds(List.of(moved.wish())).get(moved.wish());
    Step step = steps.find(moved.step()).orElse(null);
    if (wish == null
        || step == null
        || wish.visibility() != Visibility.PUBLIC
        || !step.kind().isNews()) {
      return;
    }
    if (step.kind() == StepKind.ASKED) {
      ask(wish, step);
      return;
    }
    tell(wish, wish.url(), "step:" + step.id(), step.kind().key(), step.title(), step.text());
    news.moved(wish, step, threads.facts(wish));
  }

  /** A question goes to the wisher alone, with the private link to answer. */
  private void ask(Wish wish, Step step) {
    if (wish.wisher() != null) {
      String url = links.path(wish.tenant(), wish.id());
      telling.tell(
          step(wish, url, "step:" + step.id(), step.kind().key(), step.title(), step.text()),
          wish.wisher());
    }
  }

  @Transactional
  public void progressed(CommitmentProgressed news) {
    List<Progress> log =
        commitments.log(List.of(news.commitment())).getOrDefault(news.commitment(), List.of());
    log.stream()
        .filter(line -> line.id().equals(news.progress()) && line.note() != null)
        .findFirst()
        .ifPresent(line -> tell(news.about(), "progress:" + line.id(), "progress", line.note()));
  }

  @Transactional
  public void overdue(CommitmentOverdue news) {
    Commitment commitment = commitments.get(news.tenant(), news.commitment());
    tell(news.about(), "overdue:" + commitment.id() + ":" + commitment.dueOn(), "overdue", null);
  }

  private void tell(Ref about, String key, String kind, @Nullable String words) {
    WishId id = new WishId(about.id());
    Wish wish = about.kind().equals("wish") ? wishes.byIds(List.of(id)).get(id) : null;
    if (wish != null && wish.visibility() == Visibility.PUBLIC) {
      tell(wish, wish.url(), key, kind, null, words);
    }
  }

  private void tell(
      Wish wish,
      String url,
      String key,
      String kind,
      @Nullable String title,
      @Nullable String words) {
    telling.tell(step(wish, url, key, kind, title, words));
  }

  private org.allmende.notify.Step step(
      Wish wish,
      String url,
      String key,
      String kind,
      @Nullable String title,
      @Nullable String words) {
    Threads.Facts facts = threads.facts(wish);
    return new org.allmende.notify.Step(
        wish.carrier(),
        wish.id().ref(),
        key,
        url,
        locale -> notice(facts, kind, title, words, locale));
  }

  private NoticeText notice(
      Threads.Facts facts,
      String kind,
      @Nullable String title,
      @Nullable String words,
      Locale locale) {
    Wish wish = facts.wish();
    String need = wish.need().title();
    String about = about(facts, kind, title, locale);
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(texts.of(locale, "wish.tell.why", need));
    if (words != null) {
      paragraphs.add(texts.of(locale, "wish.thread.quote", words));
    }
    return new NoticeText(
        texts.of(locale, "wish.tell." + kind + ".subject", need, about),
        texts.of(locale, "wish.tell." + kind + ".lead", need, about),
        paragraphs,
        texts.of(locale, "wish.tell.action"),
        thread(facts, locale));
  }

  /** What the sentence is about: a date, a department, a tenant, a name. */
  private String about(Threads.Facts facts, String kind, @Nullable String title, Locale locale) {
    if ((kind.equals("committed") || kind.equals("rescheduled") || kind.equals("overdue"))
        && !facts.commitments().isEmpty()) {
      return new Moments(locale, clock.getZone()).date(facts.commitments().getLast().dueOn());
    }
    if (kind.equals("forwarded") && title != null) {
      return facts.names().getOrDefault(new TenantId(title), title);
    }
    return title == null ? facts.names().getOrDefault(facts.wish().carrier(), "") : title;
  }

  private List<MailKnot> thread(Threads.Facts facts, Locale locale) {
    var days = new Moments(locale, clock.getZone());
    var words = new ThreadWords(texts, days, LocalDate.now(clock));
    List<ThreadWords.Knot> knots =
        words.knots(facts).stream().filter(knot -> !knot.view().kind().isBead()).toList();
    List<MailKnot> rows = new ArrayList<>();
    for (ThreadWords.Knot knot : knots) {
      String mark =
          switch (knot.view().kind()) {
            case REFUSAL -> "x";
            case OVERDUE -> "!";
            default -> knot == knots.getLast() ? "@" : "o";
          };
      rows.add(new MailKnot(mark, days.margin(knot.at()), knot.view().title()));
    }
    words.waiting(facts.wish().state()).forEach(title -> rows.add(new MailKnot(".", "", title)));
    return rows;
  }

  @Bean
  static EventHandler<WishMoved> tellSteps(@Lazy WishTelling telling) {
    return EventHandler.on("wish.tellSteps", WishMoved.class, telling::moved);
  }

  @Bean
  static EventHandler<CommitmentProgressed> tellProgress(@Lazy WishTelling telling) {
    return EventHandler.on("wish.tellProgress", CommitmentProgressed.class, telling::progressed);
  }

  @Bean
  static EventHandler<CommitmentOverdue> tellOverdue(@Lazy WishTelling telling) {
    return EventHandler.on("wish.tellOverdue", CommitmentOverdue.class, telling::overdue);
  }
}

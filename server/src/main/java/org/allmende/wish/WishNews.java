package org.allmende.wish;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.allmende.base.event.EventHandler;
import org.allmende.base.i18n.Moments;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.catalog.Dataset;
import org.allmende.catalog.DatasetPublished;
import org.allmende.catalog.Datasets;
import org.allmende.notify.News;
import org.allmende.notify.NoticeText;
import org.allmende.notify.Telling;
import org.allmende.plan.Commitment;
import org.allmende.tenant.Place;
import org.allmende.tenant.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those who subscribed to a tenant, a topic, a department or a place what is new there:
 * public wishes, promises and datasets. Whoever follows the wish hears it from the wish, and only
 * once.
 */
@Component
class WishNews {

  private static final String NEWS = "wish.news.";

  private final WishStore wishes;
  private final StepStore steps;
  private final Telling telling;
  private final Fulfilment fulfilment;
  private final PromiseStore promises;
  private final Datasets datasets;
  private final Places places;
  private final Texts texts;
  private final Clock clock;

  WishNews(
      WishStore wishes,
      StepStore steps,
      Telling telling,
      Fulfilment fulfilment,
      PromiseStore promises,
      Datasets datasets,
      Places places,
      Texts texts,
      Clock clock) {
    this.wishes = wishes;
    this.steps = steps;
    this.telling = telling;
    this.fulfilment = fulfilment;
    this.promises = promises;
    this.datasets = datasets;
    this.places = places;
    this.texts = texts;
    this.clock = clock;
  }

  /** A public wish took a step; nothing is said of steps that only its followers care for. */
  void moved(Wish wish, Step step, Threads.Facts facts) {
    if (step.kind() == StepKind.LISTED) {
      announce(wish, step, null);
    } else if (step.kind() == StepKind.COMMITTED && !facts.commitments().isEmpty()) {
      announce(wish, step, facts.commitments().getLast());
    }
  }

  /** What a workshop brought is public now, and new to whoever was not there. */
  @Transactional
  public void released(WishReleased news) {
    listed(news.wish())
        .filter(listed -> listed.wish().state().isListed())
        .ifPresent(listed -> announce(listed.wish(), listed.step(), null));
  }

  /** A topic set after listing reaches who subscribes to it as if it had been set before. */
  @Transactional
  public void classified(WishClassified news) {
    listed(news.wish())
        .filter(listed -> listed.wish().state().isAwaiting())
        .ifPresent(listed -> {
          String topic = listed.wish().need().topic();
          if (topic != null) {
            announce(listed.wish(), listed.step(), null, List.of(new Ref("topic", topic)));
          }
        });
  }

  /** A public wish and the step that listed it; under its key nobody hears of it twice. */
  private record Listed(Wish wish, Step step) {}

  private Optional<Listed> listed(WishId id) {
    return Optional.ofNullable(wishes.byIds(List.of(id)).get(id))
        .filter(wish -> wish.visibility() == Visibility.PUBLIC)
        .flatMap(wish ->
            steps.of(id).stream()
                .filter(step -> step.kind() == StepKind.LISTED)
                .findFirst()
                .map(step -> new Listed(wish, step)));
  }

  private void announce(Wish wish, Step step, @Nullable Commitment commitment) {
    announce(
        wish,
        step,
        commitment,
        subjects(
            wish.carrier(),
            wish.need().topic(),
            commitment == null ? null : commitment.department(),
            wish.need().text()));
  }

  private void announce(Wish wish, Step step, @Nullable Commitment commitment, List<Ref> subjects) {
    Ref about = wish.id().ref();
    var _ =
        telling.announce(
            new News(
                new org.allmende.notify.Step(
                    wish.carrier(),
                    about,
                    "step:" + step.id(),
                    wish.url(),
                    locale -> notice(wish, commitment, locale)),
                subjects,
                List.of(about)));
  }

  private NoticeText notice(Wish wish, @Nullable Commitment commitment, Locale locale) {
    String need = wish.need().title();
    if (commitment == null) {
      return text(locale, "listed", "wish", need);
    }
    String due = new Moments(locale, clock.getZone()).date(commitment.dueOn());
    return text(locale, "committed", "wish", need, due, commitment.departmentName());
  }

  private NoticeText text(Locale locale, String news, String thing, Object... facts) {
    return new NoticeText(
        texts.of(locale, NEWS + news + ".subject", facts),
        texts.of(locale, NEWS + news + ".lead", facts),
        List.of(texts.of(locale, NEWS + news + ".text", facts)),
        texts.of(locale, NEWS + "action." + thing),
        List.of());
  }

  /** A dataset is public for the first time, whether somebody wished for it or not. */
  @Transactional
  public void published(DatasetPublished news) {
    Dataset dataset = datasets.find(news.dataset()).orElseThrow();
    List<Ref> toldAnyway = new ArrayList<>(List.of(dataset.id().ref()));
    answered(dataset, news.commitment())
        .filter(Wish::isPublic)
        .forEach(wish -> toldAnyway.add(wish.id().ref()));
    String topic = dataset.metadata().topic() == null ? null : dataset.metadata().topic().slug();
    var _ =
        telling.announce(
            new News(
                new org.allmende.notify.Step(
                    dataset.tenant(),
                    dataset.id().ref(),
                    "published",
                    dataset.url(),
                    locale -> text(locale, "published", "dataset", dataset.title())),
                subjects(
                    dataset.tenant(),
                    topic,
                    dataset.metadata().department(),
                    dataset.title() + "\n" + dataset.metadata().description()),
                toldAnyway));
  }

  /** The wishes it answers, also by a commitment that another handler only now notes as kept. */
  private Stream<Wish> answered(Dataset dataset, @Nullable String commitment) {
    Stream<Wish> known =
        fulfilment
            .answeredBy(List.of(dataset.id()))
            .getOrDefault(dataset.id().ref(), List.of())
            .stream();
    return commitment == null
        ? known
        : Stream.concat(
            known,
            promises.find(commitment).stream()
                .flatMap(promise -> fulfilment.promisedTo(promise).stream()));
  }

  private List<Ref> subjects(
      TenantId tenant, @Nullable String topic, @Nullable String department, String text) {
    List<Ref> subjects = new ArrayList<>(List.of(new Ref("tenant", tenant.slug())));
    if (topic != null) {
      subjects.add(new Ref("topic", topic));
    }
    if (department != null) {
      subjects.add(new Ref("department", department));
    }
    places.namedIn(tenant, text).forEach(place -> subjects.add(new Ref(Place.KIND, place.id())));
    return subjects;
  }

  @Bean
  static EventHandler<WishReleased> announceReleased(@Lazy WishNews news) {
    return EventHandler.on("wish.announceReleased", WishReleased.class, news::released);
  }

  @Bean
  static EventHandler<WishClassified> announceClassified(@Lazy WishNews news) {
    return EventHandler.on("wish.announceClassified", WishClassified.class, news::classified);
  }

  @Bean
  static EventHandler<DatasetPublished> announceDatasets(@Lazy WishNews news) {
    return EventHandler.on("wish.announceDataset", DatasetPublished.class, news::published);
  }
}

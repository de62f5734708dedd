package org.allmende.wish;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allmende.base.i18n.Moments;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.TenantId;
import org.allmende.catalog.TopicId;
import org.allmende.catalog.Topics;
import org.allmende.tenant.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts wishes into lines, with one query for all that a line shows besides the wish. */
@Component
class WishRows {

  private final PromiseStore promises;
  private final StepStore steps;
  private final Topics topics;
  private final Tenants tenants;
  private final Texts texts;
  private final Clock clock;

  WishRows(
      PromiseStore promises,
      StepStore steps,
      Topics topics,
      Tenants tenants,
      Texts texts,
      Clock clock) {
    this.promises = promises;
    this.steps = steps;
    this.topics = topics;
    this.tenants = tenants;
    this.texts = texts;
    this.clock = clock;
  }

  List<WishRow> of(Collection<Wish> wishes, Locale locale) {
    List<WishId> ids = wishes.stream().map(Wish::id).toList();
    Map<WishId, Promise> latest = promises.latest(ids);
    Map<WishId, Step> last = steps.last(ids);
    Map<TenantId, String> names = names(wishes);
    var in = new Moments(locale, clock.getZone());
    return wishes.stream()
        .map(wish -> row(wish, latest.get(wish.id()), last.get(wish.id()), names, in))
        .toList();
  }

  /** The names of other carriers; asked for only where there are any. */
  private Map<TenantId, String> names(Collection<Wish> wishes) {
    boolean travelled = wishes.stream().anyMatch(wish -> elsewhere(wish) != null);
    return travelled
        ? tenants.all().stream()
            .collect(
                java.util.stream.Collectors.toMap(tenant -> tenant.id(), tenant -> tenant.name()))
        : Map.of();
  }

  private WishRow row(
      Wish wish,
      @Nullable Promise promise,
      @Nullable Step last,
      Map<TenantId, String> names,
      Moments in) {
    LocalDate dueOn = promise == null ? null : promise.dueOn();
    return new WishRow(
        wish.id(),
        wish.tenant(),
        wish.need().title(),
        wish.url(),
        wish.state(),
        wish.need().topic(),
        wish.people(),
        String.join(" · ", meta(wish, promise, last, names, in)),
        small(wish.state(), dueOn, last, promise != null, in.locale()),
        dueOn,
        wish.movedAt());
  }

  private List<String> meta(
      Wish wish,
      @Nullable Promise promise,
      @Nullable Step last,
      Map<TenantId, String> names,
      Moments in) {
    List<String> parts = new ArrayList<>();
    TenantId elsewhere = elsewhere(wish);
    if (wish.state() == WishState.REFUSED && last != null && last.code() != null) {
      parts.add(
          say(
              in,
              "wish.row.refused",
              in.dayMonth(last.at()),
              say(in, "wish.refusal." + last.code().key())));
    } else if (last != null && last.kind() == StepKind.ASKED) {
      parts.add(say(in, "wish.row.asked", in.dayMonth(last.at())));
    } else if (elsewhere != null) {
      parts.add(say(in, "wish.row.forwarded", names.getOrDefault(elsewhere, elsewhere.slug())));
    } else {
      parts.add(promise == null ? say(in, "wish.row.unassigned") : promise.department());
    }
    topic(wish.need().topic(), in.locale(), parts);
    return parts;
  }

  private void topic(@Nullable String topic, Locale locale, List<String> parts) {
    if (topic != null) {
      topics.find(new TopicId(topic)).ifPresent(known -> parts.add(known.label(locale)));
    }
  }

  /** The small thread of a wish: its loops and its state word. */
  SmallThreadView small(
      WishState state,
      @Nullable LocalDate dueOn,
      @Nullable Step last,
      boolean promised,
      Locale locale) {
    ThreadMark mark = mark(state, dueOn, last);
    if (mark == ThreadMark.REFUSED) {
      return new SmallThreadView(mark, promised ? 3 : 1, texts.of(locale, "wish.mark.refused"));
    }
    if (state == WishState.COMMITTED && dueOn != null) {
      return SmallThreadView.of(mark, due(dueOn, locale));
    }
    return SmallThreadView.of(
        mark,
        texts.of(
            locale,
            isPlain(state)
                ? "wish.mark." + mark.name().toLowerCase(Locale.ROOT)
                : "wish.state." + state.key()));
  }

  /** States whose mark says all; the others have a word of their own. */
  private static boolean isPlain(WishState state) {
    return switch (state) {
      case SUBMITTED, WITHDRAWN, MERGED, FORWARDED -> false;
      default -> true;
    };
  }

  /** „Noch 24 Tage“, „12 Tage überfällig“. */
  String due(LocalDate dueOn, Locale locale) {
    long days = ChronoUnit.DAYS.between(LocalDate.now(clock), dueOn);
    return days < 0
        ? texts.of(locale, "wish.due.late", -days)
        : days == 0 ? texts.of(locale, "wish.due.today") : texts.of(locale, "wish.due.left", days);
  }

  private ThreadMark mark(WishState state, @Nullable LocalDate dueOn, @Nullable Step last) {
    return switch (state) {
      case SUBMITTED, LISTED, FORWARDED, WITHDRAWN, MERGED ->
          isAsked(last) ? ThreadMark.QUESTION : ThreadMark.WANTED;
      case MATCHED -> ThreadMark.FOUND;
      case COMMITTED ->
          dueOn != null && dueOn.isBefore(LocalDate.now(clock))
              ? ThreadMark.OVERDUE
              : ThreadMark.PROMISED;
      case PUBLISHED -> ThreadMark.PUBLISHED;
      case USED -> ThreadMark.USED;
      case REFUSED -> ThreadMark.REFUSED;
    };
  }

  private static boolean isAsked(@Nullable Step last) {
    return last != null && last.kind() == StepKind.ASKED;
  }

  private static @Nullable TenantId elsewhere(Wish wish) {
    if (wish.offeredTo() != null) {
      return wish.offeredTo();
    }
    return wish.carrier().equals(wish.tenant()) ? null : wish.carrier();
  }

  private String say(Moments in, String key, Object... args) {
    return texts.of(in.locale(), key, args);
  }
}

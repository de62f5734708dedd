package org.allmende.wish;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allmende.base.i18n.Moments;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.comment.Comment;
import org.allmende.comment.Comments;
import org.allmende.notify.Telling;
import org.allmende.notify.Told;
import org.allmende.plan.Commitment;
import org.allmende.plan.Commitments;
import org.allmende.plan.Progress;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.stereotype.Component;

/**
 * Draws the thread of wishes: everything that happened, oldest first, with the same few queries for
 * one and for many.
 */
@Component
class Threads {

  private final StepStore steps;
  private final NoteStore notes;
  private final SupportStore supports;
  private final MatchStore matches;
  private final Commitments commitments;
  private final Comments comments;
  private final Telling telling;
  private final Tenants tenants;
  private final WishRows rows;
  private final Texts texts;
  private final Clock clock;

  Threads(
      StepStore steps,
      NoteStore notes,
      SupportStore supports,
      MatchStore matches,
      Commitments commitments,
      Comments comments,
      Telling telling,
      Tenants tenants,
      WishRows rows,
      Texts texts,
      Clock clock) {
    this.steps = steps;
    this.notes = notes;
    this.supports = supports;
    this.matches = matches;
    this.commitments = commitments;
    this.comments = comments;
    this.telling = telling;
    this.tenants = tenants;
    this.rows = rows;
    this.texts = texts;
    this.clock = clock;
  }

  /** All that is known of a wish's way. */
  record Facts(
      Wish wish,
      List<Step> steps,
      List<Slip> notes,
      Map<Circle, Integer> circles,
      List<Match> matches,
      List<Commitment> commitments,
      Map<String, List<Progress>> log,
      List<Comment> objections,
      List<Told> told,
      Map<TenantId, String> names) {}

  Facts facts(Wish wish) {
    return Objects.requireNonNull(facts(List.of(wish)).get(wish.id()));
  }

  Map<WishId, Facts> facts(Collection<Wish> wishes) {
    List<WishId> ids = wishes.stream().map(Wish::id).toList();
    List<Ref> refs = ids.stream().map(WishId::ref).toList();
    Map<WishId, List<Step>> tied = steps.of(ids);
    Map<WishId, List<Slip>> slips = notes.ofWishes(ids);
    Map<WishId, Map<Circle, Integer>> circles = supports.circles(ids);
    Map<WishId, List<Match>> matched = matches.of(ids);
    Map<Ref, List<Commitment>> promised = commitments.about(refs);
    Map<String, List<Progress>> log =
        commitments.log(
            promised.values().stream().flatMap(List::stream).map(Commitment::id).toList());
    Map<Ref, List<Comment>> objections = comments.objections(refs);
    Map<Ref, List<Told>> told = telling.told(refs);
    Map<TenantId, String> names =
        tenants.all().stream().collect(Collectors.toMap(Tenant::id, Tenant::name));
    Map<WishId, Facts> facts = new LinkedHashMap<>();
    for (Wish wish : wishes) {
      Ref ref = wish.id().ref();
      facts.put(
          wish.id(),
          new Facts(
              wish,
              tied.getOrDefault(wish.id(), List.of()),
              slips.getOrDefault(wish.id(), List.of()),
              circles.getOrDefault(wish.id(), new EnumMap<>(Circle.class)),
              matched.getOrDefault(wish.id(), List.of()),
              promised.getOrDefault(ref, List.of()),
              log,
              objections.getOrDefault(ref, List.of()),
              told.getOrDefault(ref, List.of()),
              names));
    }
    return facts;
  }

  /** The thread as the page shows it. */
  ThreadView view(Facts facts, Locale locale) {
    var words = new ThreadWords(texts, new Moments(locale, clock.getZone()), LocalDate.now(clock));
    Wish wish = facts.wish();
    LocalDate dueOn = facts.commitments().isEmpty() ? null : facts.commitments().getLast().dueOn();
    Step last = facts.steps().isEmpty() ? null : facts.steps().getLast();
    SmallThreadView small = rows.small(wish.state(), dueOn, last, dueOn != null, locale);
    return new ThreadView(
        words.knots(facts).stream().map(ThreadWords.Knot::view).toList(),
        words.waiting(wish.state()),
        wish.people(),
        facts.notes().size(),
        small.word());
  }

  /** The thread as the API tells it. */
  List<ThreadItem> items(Facts facts, Locale locale) {
    var words = new ThreadWords(texts, new Moments(locale, clock.getZone()), LocalDate.now(clock));
    return Stream.concat(
            words.knots(facts).stream().map(ThreadWords.Knot::item), words.progress(facts).stream())
        .sorted(Comparator.comparing(ThreadItem::at))
        .toList();
  }
}

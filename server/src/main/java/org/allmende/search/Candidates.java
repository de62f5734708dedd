package org.allmende.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.allmende.base.i18n.Message;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Weighs what could answer a text: how much of the text a document meets, how much of its title is
 * asked for, and whether both are about one topic, by people's choice or by their words. What a
 * document leaves unexplained of the text counts against it: Kleingärten do not answer who asks for
 * hedgehogs in gardens. Below a threshold nothing is offered.
 */
final class Candidates {

  private static final int LOOKED_AT = 80;
  private static final double OFFERED = 0.29;

  private static final double OF_TEXT = 0.5;
  private static final double OF_TITLE = 0.2;

  /** What is left of a likeness if not a word of the text is explained by it. */
  private static final double UNEXPLAINED = 0.2;

  private static final double SAME_TOPIC = 0.45;
  private static final double SAME_THEME = 0.08;
  private static final double SAME_TENANT = 0.03;
  private static final double NEIGHBOUR = 0.015;

  private final SearchIndex index;
  private final Subjects subjects;

  Candidates(SearchIndex index, Subjects subjects) {
    this.index = index;
    this.subjects = subjects;
  }

  List<Likeness> of(SimilarQuery query, Thesaurus thesaurus) {
    Aim aim = Aim.of(query, subjects, thesaurus);
    Wanted wanted = new Wanted(query, aim, thesaurus);
    if (wanted.isEmpty() && aim.isEmpty()) {
      return List.of();
    }
    Query limited =
        Questions.limited(question(wanted, aim), Set.of(query.tenant()), Set.of(), query.kinds());
    ToDoubleFunction<String> rarity = index.rarity(wanted.stems());
    return index.best(limited, 0, LOOKED_AT).found().stream()
        .map(found -> weigh(found, query, wanted, aim, rarity))
        .filter(likeness -> likeness.score() >= OFFERED)
        .sorted(Comparator.comparingDouble(Likeness::score).reversed())
        .limit(query.limit())
        .toList();
  }

  private static Query question(Wanted wanted, Aim aim) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    if (!wanted.isEmpty()) {
      any.add(Questions.loose(wanted.words(), wanted.meanings()), Occur.SHOULD);
    }
    if (aim.chosen() != null) {
      any.add(Questions.about(aim.chosen(), 1), Occur.SHOULD);
    }
    aim.subjects()
        .forEach(
            subject -> any.add(Questions.about(subject.topic(), subject.strength()), Occur.SHOULD));
    return any.build();
  }

  private static Likeness weigh(
      SearchIndex.Found found,
      SimilarQuery query,
      Wanted wanted,
      Aim aim,
      ToDoubleFunction<String> rarity) {
    SearchDocument document = found.document();
    Aim.Hit hit = aim.hit(document, found.subjects());
    Meeting meeting = wanted.meet(document, hit.said(), rarity);
    double score =
        OF_TEXT * meeting.ofText() + OF_TITLE * meeting.ofTitle() + SAME_TOPIC * hit.strength();
    double explained = Math.max(meeting.explained(), hit.explains());
    score *= UNEXPLAINED + (1 - UNEXPLAINED) * explained;
    List<Message> reasons = new ArrayList<>(meeting.reasons());
    if (hit.reason() != null) {
      reasons.add(hit.reason());
    }
    if (reasons.isEmpty()) {
      return likeness(document, 0, reasons);
    }
    if (same(query.theme(), document.theme()) && hit.reason() == null) {
      score += SAME_THEME;
      reasons.add(Message.of("search.likeness.theme"));
    }
    if (document.tenant().equals(query.tenant())) {
      score += SAME_TENANT;
      reasons.add(Message.of("search.likeness.tenant"));
    } else if (query.neighbours().contains(document.tenant())) {
      score += NEIGHBOUR;
      reasons.add(Message.of("search.likeness.neighbour"));
    }
    return likeness(document, Math.min(1, score), reasons);
  }

  private static Likeness likeness(SearchDocument document, double score, List<Message> reasons) {
    return new Likeness(
        document.ref(),
        document.tenant(),
        document.title(),
        document.url(),
        score,
        List.copyOf(reasons));
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one != null && one.equals(other);
  }
}

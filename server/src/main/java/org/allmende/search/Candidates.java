package org.allmende.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.allmende.base.i18n.Message;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Weighs what could answer a text: how much of the text a document meets, how much of its title is
 * asked for, and whether people put both under one topic. Below a threshold nothing is offered.
 */
final class Candidates {

  private static final int LOOKED_AT = 80;
  private static final double OFFERED = 0.21;

  private static final double OF_TEXT = 0.5;
  private static final double OF_TITLE = 0.25;
  private static final double SAME_TOPIC = 0.35;
  private static final double SAME_THEME = 0.08;
  private static final double SAME_TENANT = 0.03;
  private static final double NEIGHBOUR = 0.015;

  private final SearchIndex index;

  Candidates(SearchIndex index) {
    this.index = index;
  }

  List<Likeness> of(SimilarQuery query, Thesaurus thesaurus) {
    Wanted wanted = new Wanted(query.text(), thesaurus);
    if (wanted.isEmpty() && query.topic() == null) {
      return List.of();
    }
    Query limited =
        Questions.limited(question(query, wanted), Set.of(query.tenant()), Set.of(), query.kinds());
    ToDoubleFunction<String> rarity = index.rarity(wanted.stems());
    return index.best(limited, 0, LOOKED_AT).found().stream()
        .map(found -> weigh(found.document(), query, wanted, rarity))
        .filter(likeness -> likeness.score() >= OFFERED)
        .sorted(Comparator.comparingDouble(Likeness::score).reversed())
        .limit(query.limit())
        .toList();
  }

  private static Query question(SimilarQuery query, Wanted wanted) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    if (!wanted.isEmpty()) {
      any.add(Questions.loose(wanted.words(), wanted.meanings()), Occur.SHOULD);
    }
    if (query.topic() != null) {
      any.add(
          new ConstantScoreQuery(Questions.term(SearchIndex.TOPIC, query.topic())), Occur.SHOULD);
    }
    return any.build();
  }

  private static Likeness weigh(
      SearchDocument document, SimilarQuery query, Wanted wanted, ToDoubleFunction<String> rarity) {
    List<Message> reasons = new ArrayList<>();
    double score = 0;
    if (same(query.topic(), document.topic())) {
      score += SAME_TOPIC;
      reasons.add(Message.of("search.likeness.topic"));
    } else if (same(query.theme(), document.theme())) {
      score += SAME_THEME;
    }
    Meeting meeting = wanted.meet(document, rarity);
    score += OF_TEXT * meeting.ofText() + OF_TITLE * meeting.ofTitle();
    reasons.addAll(meeting.reasons());
    if (reasons.isEmpty()) {
      return likeness(document, 0, reasons);
    }
    if (same(query.theme(), document.theme()) && !same(query.topic(), document.topic())) {
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

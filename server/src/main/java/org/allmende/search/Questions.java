package org.allmende.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.base.id.TenantId;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Puts what people ask into the words of the index. */
final class Questions {

  private static final float TITLE = 3f;
  private static final float COLUMNS = 1.2f;
  private static final float OTHERWISE = 0.6f;
  private static final float PART = 0.4f;
  private static final float GRAMS = 0.3f;
  private static final float TOPIC = 8f;
  private static final float TIE = 0.1f;
  private static final int SHARE_OF_GRAMS = 70;
  private static final int FEWEST_GRAMS = 3;

  private Questions() {}

  /**
   * All words must be met, of many words most: by themselves or by what they are called otherwise.
   */
  static Query strict(List<Word> words, List<Meaning> relatives) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Word word : once(words)) {
      List<Query> ways = new ArrayList<>(fields(word.stem(), 1));
      for (Meaning meaning : relatives) {
        if (meaning.saidStems().contains(word.stem())) {
          ways.add(new BoostQuery(together(meaning.meansStems()), OTHERWISE));
        }
      }
      query.add(new DisjunctionMaxQuery(ways, TIE), Occur.SHOULD);
    }
    int count = once(words).size();
    return query.setMinimumNumberShouldMatch(count <= 2 ? count : (count * 3 + 4) / 5).build();
  }

  /** A word that is said again asks for nothing more. */
  private static Collection<Word> once(List<Word> words) {
    Map<String, Word> byStem = new LinkedHashMap<>();
    words.forEach(word -> byStem.putIfAbsent(word.stem(), word));
    return byStem.values();
  }

  /** Any word may be met, also by a part of it or by runs of its letters. */
  static Query loose(List<Word> words, List<Meaning> relatives) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Word word : once(words)) {
      List<Query> ways = new ArrayList<>(fields(word.stem(), 1));
      for (String part : word.parts()) {
        ways.addAll(fields(part, PART));
      }
      Query grams = grams(word.stem());
      if (grams != null) {
        ways.add(new BoostQuery(grams, GRAMS));
      }
      query.add(new DisjunctionMaxQuery(ways, TIE), Occur.SHOULD);
    }
    for (Meaning meaning : relatives) {
      query.add(new BoostQuery(together(meaning.meansStems()), OTHERWISE), Occur.SHOULD);
    }
    return query.build();
  }

  /** What people may see: public things, and internal ones of the tenants given. */
  static Query visible(Set<TenantId> inside) {
    BooleanQuery.Builder visible = new BooleanQuery.Builder();
    visible.add(
        term(SearchIndex.VISIBILITY, SearchDocument.Visibility.PUBLIC.name()), Occur.SHOULD);
    if (!inside.isEmpty()) {
      visible.add(oneOf(SearchIndex.TENANT, slugs(inside)), Occur.SHOULD);
    }
    return new ConstantScoreQuery(visible.build());
  }

  /** The question, limited to what may be seen, to tenants and kinds; empty sets limit nothing. */
  static Query limited(
      @Nullable Query question, Set<TenantId> inside, Set<TenantId> tenants, Set<String> kinds) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(question == null ? new MatchAllDocsQuery() : question, Occur.MUST);
    query.add(visible(inside), Occur.FILTER);
    if (!tenants.isEmpty()) {
      query.add(oneOf(SearchIndex.TENANT, slugs(tenants)), Occur.FILTER);
    }
    if (!kinds.isEmpty()) {
      query.add(oneOf(SearchIndex.KIND, kinds), Occur.FILTER);
    }
    return query.build();
  }

  static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  /** Things put under the topic by a person, or whose title speaks of it. */
  static Query about(String topic, double strength) {
    Query either =
        new BooleanQuery.Builder()
            .add(term(SearchIndex.TOPIC, topic), Occur.SHOULD)
            .add(term(SearchIndex.SUBJECT, topic), Occur.SHOULD)
            .build();
    return new BoostQuery(new ConstantScoreQuery(either), (float) (TOPIC * strength));
  }

  private static List<Query> fields(String stem, float weight) {
    return List.of(
        new BoostQuery(term(SearchIndex.TITLE, stem), TITLE * weight),
        new BoostQuery(term(SearchIndex.COLUMNS, stem), COLUMNS * weight),
        new BoostQuery(term(SearchIndex.TEXT, stem), weight));
  }

  /** All the stems of a phrase, each in whatever field. */
  private static Query together(Set<String> stems) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String stem : stems) {
      all.add(new DisjunctionMaxQuery(fields(stem, 1), TIE), Occur.MUST);
    }
    return all.build();
  }

  private static @Nullable Query grams(String stem) {
    Set<String> grams = GermanText.grams(stem);
    if (grams.size() < FEWEST_GRAMS) {
      return null;
    }
    BooleanQuery.Builder most = new BooleanQuery.Builder();
    for (String gram : grams) {
      most.add(term(SearchIndex.GRAMS, gram), Occur.SHOULD);
    }
    return most.setMinimumNumberShouldMatch((grams.size() * SHARE_OF_GRAMS + 99) / 100).build();
  }

  private static Query oneOf(String field, Set<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }

  private static Set<String> slugs(Set<TenantId> tenants) {
    Set<String> slugs = new LinkedHashSet<>();
    tenants.forEach(tenant -> slugs.add(tenant.slug()));
    return slugs;
  }
}

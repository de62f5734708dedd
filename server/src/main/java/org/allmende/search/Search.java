package org.allmende.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds things by words, and things that could answer a text. Answers from this node's index,
 * without the database.
 */
@Component
public class Search {

  private final SearchIndex index;
  private final Synonyms synonyms;
  private final Candidates candidates;
  private final IndexFeed feed;

  Search(SearchIndex index, Synonyms synonyms, Subjects subjects, IndexFeed feed) {
    this.index = index;
    this.synonyms = synonyms;
    this.candidates = new Candidates(index, subjects);
    this.feed = feed;
  }

  /** What answers the question, the best first; for an empty text the newest. */
  public SearchResult find(SearchQuery query) {
    feed.awaitFilled();
    List<Word> words = GermanText.words(query.text());
    if (words.isEmpty()) {
      SearchIndex.Answer newest = index.newest(limited(null, query), query.offset(), query.limit());
      return query.text().isBlank() ? result(newest, Set.of()) : new SearchResult(0, List.of());
    }
    List<Meaning> relatives = thesaurus(query).relatives(query.text());
    SearchIndex.Answer answer = best(Questions.strict(words, relatives), query);
    if (answer.total() == 0) {
      answer = best(Questions.loose(words, relatives), query);
    }
    Set<String> terms = new LinkedHashSet<>();
    words.forEach(word -> terms.addAll(GermanAnalyzer.terms(word)));
    relatives.forEach(meaning -> terms.addAll(meaning.meansStems()));
    return result(answer, terms);
  }

  /**
   * What could answer the text, the likeliest first; empty if nothing is likely enough to be
   * offered.
   */
  public List<Likeness> similar(SimilarQuery query) {
    feed.awaitFilled();
    return candidates.of(query, synonyms.of(query.tenant()));
  }

  /** Lets the index come up to what was committed; for decisions that must not miss the latest. */
  public void catchUp() {
    feed.settle();
  }

  private Thesaurus thesaurus(SearchQuery query) {
    return query.tenants().size() == 1
        ? synonyms.of(query.tenants().iterator().next())
        : synonyms.everywhere();
  }

  private SearchIndex.Answer best(Query question, SearchQuery query) {
    return index.best(limited(question, query), query.offset(), query.limit());
  }

  private static Query limited(@Nullable Query question, SearchQuery query) {
    return Questions.limited(question, query.inside(), query.tenants(), query.kinds());
  }

  private static SearchResult result(SearchIndex.Answer answer, Set<String> terms) {
    return new SearchResult(
        answer.total(), answer.found().stream().map(found -> hit(found, terms)).toList());
  }

  private static Hit hit(SearchIndex.Found found, Set<String> terms) {
    SearchDocument document = found.document();
    return new Hit(
        document.ref(),
        document.tenant(),
        Marks.whole(document.title(), terms),
        Marks.snippet(document.text(), terms),
        document.url(),
        document.at(),
        found.score());
  }
}

package org.allmende.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * This node's own Lucene index, in memory: it is never the truth and is built anew at every start.
 */
@Component
class SearchIndex implements AutoCloseable {

  static final String TITLE = "title";
  static final String TEXT = "text";
  static final String COLUMNS = "columns";
  static final String GRAMS = "grams";
  static final String KIND = "kind";
  static final String TENANT = "tenant";
  static final String VISIBILITY = "visibility";
  static final String TOPIC = "topic";
  static final String THEME = "theme";
  static final String SUBJECT = "subject";

  /** The longest text that is compared; nobody reads what answers a longer one. */
  static final int LONGEST_QUESTION = 2_000;

  /** More than a text of that length can have: words in each field, parts, runs of letters. */
  private static final int MOST_CLAUSES = 16_384;

  private static final String KEY = "key";
  private static final String LANG = "lang";
  private static final String URL = "url";
  private static final String AT = "at";
  private static final String STRENGTH = "strength";
  private static final Thesaurus PLAIN = new Thesaurus(List.of());
  private static final Sort NEWEST = new Sort(new SortField(AT, SortField.Type.LONG, true));

  static {
    IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
  }

  /** A document with how well it answered, and what it may be about. */
  record Found(SearchDocument document, double score, List<Subject> subjects) {}

  /** Documents found, and how many there are in all. */
  record Answer(long total, List<Found> found) {}

  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Subjects subjects;

  SearchIndex(Subjects subjects) {
    this.subjects = subjects;
    try {
      writer =
          new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(new GermanAnalyzer()));
      searchers = new SearcherManager(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a document in, or out if it is gone; readers see it after {@link #show}. */
  void write(SearchStore.Written written) {
    Term key = new Term(KEY, written.document().ref().toString());
    try {
      if (written.removed()) {
        writer.deleteDocuments(key);
      } else {
        writer.updateDocument(key, indexed(written.document()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets readers see what was written. */
  void show() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documents that match, the best first. */
  Answer best(Query query, int offset, int limit) {
    return ask(searcher -> searcher.search(query, offset + limit), offset);
  }

  /** The documents that match, the newest first. */
  Answer newest(Query query, int offset, int limit) {
    return ask(searcher -> searcher.search(query, offset + limit, NEWEST), offset);
  }

  /** How rare a term is, from 0 (in every document) to 1 (in none). */
  ToDoubleFunction<String> rarity(Set<String> terms) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        int documents = Math.max(searcher.getIndexReader().numDocs(), 50);
        Map<String, Double> rarity = new HashMap<>();
        for (String term : terms) {
          int with =
              Math.max(
                  searcher.getIndexReader().docFreq(new Term(TITLE, term)),
                  searcher.getIndexReader().docFreq(new Term(TEXT, term)));
          rarity.put(term, Math.log((1.0 + documents) / (1.0 + with)) / Math.log(1.0 + documents));
        }
        return term -> Math.max(0, rarity.getOrDefault(term, 1.0));
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
  }

  private interface Question {
    TopDocs of(IndexSearcher searcher) throws IOException;
  }

  private Answer ask(Question question, int offset) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        TopDocs top = question.of(searcher);
        List<Found> found = new ArrayList<>();
        for (ScoreDoc doc : Arrays.stream(top.scoreDocs).skip(offset).toList()) {
          Document document = searcher.storedFields().document(doc.doc);
          found.add(new Found(stored(document), doc.score, subjects(document)));
        }
        return new Answer(top.totalHits.value, found);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Document indexed(SearchDocument from) {
    Document to = new Document();
    to.add(new StringField(KEY, from.ref().toString(), Field.Store.YES));
    to.add(new StringField(KIND, from.ref().kind(), Field.Store.NO));
    to.add(new StringField(TENANT, from.tenant().slug(), Field.Store.YES));
    to.add(new StringField(VISIBILITY, from.visibility().name(), Field.Store.YES));
    to.add(new TextField(TITLE, from.title(), Field.Store.YES));
    to.add(new TextField(TEXT, from.text(), Field.Store.YES));
    for (String column : from.columns()) {
      to.add(new TextField(COLUMNS, column, Field.Store.YES));
    }
    for (Word word : GermanText.words(from.title())) {
      for (String gram : GermanText.grams(word.stem())) {
        to.add(new StringField(GRAMS, gram, Field.Store.NO));
      }
    }
    to.add(new StoredField(LANG, from.lang()));
    to.add(new StoredField(URL, from.url()));
    if (from.topic() != null) {
      to.add(new StringField(TOPIC, from.topic(), Field.Store.YES));
    }
    if (from.theme() != null) {
      to.add(new StringField(THEME, from.theme(), Field.Store.YES));
    }
    if (from.topic() == null) {
      for (Subject subject : guessed(from)) {
        to.add(new StringField(SUBJECT, subject.topic(), Field.Store.NO));
        to.add(new StoredField(STRENGTH, written(subject)));
      }
    }
    to.add(new NumericDocValuesField(AT, from.at().toEpochMilli()));
    to.add(new StoredField(AT, from.at().toEpochMilli()));
    return to;
  }

  /** What the title speaks of; if it says nothing, what the text does. */
  private List<Subject> guessed(SearchDocument document) {
    List<Subject> ofTitle = subjects.of(document.title(), PLAIN);
    return ofTitle.isEmpty() ? subjects.of(document.text(), PLAIN) : ofTitle;
  }

  private static String written(Subject subject) {
    return String.join(
        "\t",
        subject.topic(),
        subject.german(),
        subject.english(),
        Double.toString(subject.strength()));
  }

  private static List<Subject> subjects(Document from) {
    return Arrays.stream(from.getValues(STRENGTH))
        .map(line -> line.split("\t"))
        .map(cells ->
            new Subject(cells[0], cells[1], cells[2], Double.parseDouble(cells[3]), Map.of()))
        .toList();
  }

  private static SearchDocument stored(Document from) {
    return new SearchDocument(
        Ref.parse(text(from, KEY)),
        new TenantId(text(from, TENANT)),
        SearchDocument.Visibility.valueOf(text(from, VISIBILITY)),
        text(from, TITLE),
        text(from, TEXT),
        List.of(from.getValues(COLUMNS)),
        text(from, LANG),
        text(from, URL),
        from.get(TOPIC),
        from.get(THEME),
        Instant.ofEpochMilli(number(from)));
  }

  private static String text(Document from, String field) {
    @Nullable String value = from.get(field);
    return value == null ? "" : value;
  }

  private static long number(Document from) {
    return from.getField(AT).numericValue().longValue();
  }
}

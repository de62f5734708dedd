package org.allmende.search;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Hands {@link GermanText} to the index: each word's stem and, at the same place, the parts of a
 * compound. Only what is indexed is taken apart; a question is not, or its parts would match far
 * too much.
 */
final class GermanAnalyzer extends Analyzer {

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new WordTokenizer());
  }

  /** The terms a word is found by. */
  static Set<String> terms(Word word) {
    Set<String> terms = new LinkedHashSet<>();
    terms.add(word.stem());
    terms.addAll(word.parts());
    return terms;
  }

  private static final class WordTokenizer extends Tokenizer {

    private record Token(String term, int start, int end, int step) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private Iterator<Token> tokens = Collections.emptyIterator();
    private int length;

    @Override
    public void reset() throws IOException {
      super.reset();
      List<Token> all = new ArrayList<>();
      String text = read(input);
      length = text.length();
      for (Word word : GermanText.words(text)) {
        int first = 1;
        for (String term : terms(word)) {
          all.add(new Token(term, correctOffset(word.start()), correctOffset(word.end()), first));
          first = 0;
        }
      }
      tokens = all.iterator();
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (!tokens.hasNext()) {
        return false;
      }
      Token token = tokens.next();
      term.append(token.term());
      offset.setOffset(token.start(), token.end());
      step.setPositionIncrement(token.step());
      return true;
    }

    /** Where the text ends, so that the next value of the same field counts on from there. */
    @Override
    public void end() throws IOException {
      super.end();
      offset.setOffset(correctOffset(length), correctOffset(length));
    }

    private static String read(Reader reader) throws IOException {
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[2048];
      for (int length = reader.read(buffer); length >= 0; length = reader.read(buffer)) {
        text.append(buffer, 0, length);
      }
      return text.toString();
    }
  }
}

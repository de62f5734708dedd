package org.allmende.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.de.GermanLightStemmer;

/**
 * The one reading of German text: words are folded (ä, ae and a are the same), stemmed, and
 * compounds are taken apart. Text and dictionary have the same form when the splitter runs, so that
 * „Straßenbäume“ and „Strassenbaum“ share both their parts.
 */
public final class GermanText {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern DIGRAPH = Pattern.compile("(?<![aeiouq])ue|ae|oe");
  private static final int GRAM = 4;

  /** No word has more letters; taking such a run apart would keep a processor busy for minutes. */
  private static final int LONGEST_WORD = 100;

  /** Nouns whose ending looks like an inflection, and inflections the stemmer misses. */
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("schuler", "schuler"),
          Map.entry("schulern", "schuler"),
          Map.entry("burger", "burger"),
          Map.entry("burgern", "burger"),
          Map.entry("lehrer", "lehrer"),
          Map.entry("lehrern", "lehrer"),
          Map.entry("wahler", "wahler"),
          Map.entry("wahlern", "wahler"),
          Map.entry("fahren", "fahren"),
          Map.entry("lauter", "laut"),
          Map.entry("verkehrs", "verkehr"),
          Map.entry("klos", "klo"),
          Map.entry("cafe", "cafe"),
          Map.entry("cafes", "cafe"),
          Map.entry("kitas", "kita"),
          Map.entry("parks", "park"),
          Map.entry("pkws", "pkw"),
          Map.entry("lkws", "lkw"),
          Map.entry("busse", "bus"),
          Map.entry("bussen", "bus"),
          Map.entry("museen", "museum"),
          Map.entry("gremien", "gremium"),
          Map.entry("vereinen", "verein"),
          Map.entry("taxis", "taxi"),
          Map.entry("eltern", "eltern"),
          Map.entry("daten", "daten"));

  /** „Babys“, „Autos“, „Büros“; not „Chaos“ and not „arbeitslos“. */
  private static final Pattern PLURAL_IN_S = Pattern.compile("\\p{L}{2,}([^aeioul]o|[^aeiou]y)s");

  private static final String FEMININE_PLURAL = "innen";

  /** „Tütchen“ and „Bäumchen“ are small ones of the same; „Flaschen“ and „Zeichen“ are not. */
  private static final Pattern DIMINUTIVE =
      Pattern.compile("(\\p{L}*[aou]\\p{L}*[^aeious\\W])chens?");

  private GermanText() {}

  /**
   * The words of a text in order, without those that carry no meaning of their own and without
   * endless runs of letters.
   */
  public static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      if (matcher.end() - matcher.start() > LONGEST_WORD) {
        continue;
      }
      String folded = fold(matcher.group());
      if (!StopWords.contains(folded)) {
        words.add(
            new Word(
                matcher.group(),
                stemFolded(folded),
                Compounds.parts(folded),
                matcher.start(),
                matcher.end()));
      }
    }
    return words;
  }

  /** The stems of a text, each once, in order of appearance. */
  public static Set<String> stems(String text) {
    Set<String> stems = new LinkedHashSet<>();
    words(text).forEach(word -> stems.add(word.stem()));
    return stems;
  }

  /** Lower case without umlauts, accents and ß: „Straße“ and „STRASSE“ become the same. */
  public static String fold(String word) {
    String lower = word.toLowerCase(Locale.GERMAN).replace("ß", "ss");
    String plain = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return DIGRAPH.matcher(plain).replaceAll(match -> match.group().substring(0, 1));
  }

  /** The folded stem of a word: „Spielplätzen“ becomes „spielplatz“. */
  public static String stem(String word) {
    return stemFolded(fold(word));
  }

  /** The runs of four letters of a folded word, for words that share neither stem nor part. */
  public static Set<String> grams(String folded) {
    Set<String> grams = new LinkedHashSet<>();
    for (int start = 0; start + GRAM <= folded.length(); start++) {
      grams.add(folded.substring(start, start + GRAM));
    }
    return grams;
  }

  static String stemFolded(String folded) {
    String fixed = FIXED.get(folded);
    if (fixed != null) {
      return fixed;
    }
    if (folded.endsWith(FEMININE_PLURAL) && folded.length() > FEMININE_PLURAL.length() + 4) {
      return stemFolded(folded.substring(0, folded.length() - FEMININE_PLURAL.length()));
    }
    Matcher small = DIMINUTIVE.matcher(folded);
    if (small.matches()) {
      return stemFolded(small.group(1));
    }
    if (PLURAL_IN_S.matcher(folded).matches()) {
      return stemFolded(folded.substring(0, folded.length() - 1));
    }
    char[] letters = folded.toCharArray();
    return new String(letters, 0, new GermanLightStemmer().stem(letters, letters.length));
  }
}

package org.allmende.workshop;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said aloud to let people into a workshop: a short word and four digits such as {@code
 * MOOS-4711}. No umlauts; the words are told apart by ear.
 */
public record JoinCode(String text) {

  private static final List<String> WORDS =
      List.of(
          "ACKER",
          "AHORN",
          "AMSEL",
          "ANKER",
          "APFEL",
          "ASTER",
          "BIBER",
          "BIRKE",
          "BIRNE",
          "BLATT",
          "BLUME",
          "BOGEN",
          "BUCHE",
          "DACHS",
          "DEICH",
          "DISTEL",
          "DOHLE",
          "DOLDE",
          "EIBE",
          "EICHE",
          "ELSTER",
          "ERLE",
          "FADEN",
          "FALKE",
          "FARN",
          "FEDER",
          "FELD",
          "FICHTE",
          "FINK",
          "FLIEDER",
          "FUCHS",
          "GARBE",
          "GARTEN",
          "GERSTE",
          "GINKGO",
          "GINSTER",
          "HAFER",
          "HAGEBUTTE",
          "HALM",
          "HASEL",
          "HECKE",
          "HIRSE",
          "HOPFEN",
          "IGEL",
          "IRIS",
          "KAHN",
          "KIEFER",
          "KIRSCHE",
          "KLEE",
          "KORB",
          "KRANICH",
          "LACHS",
          "LEHM",
          "LERCHE",
          "LINDE",
          "LINSE",
          "LOTSE",
          "LUPINE",
          "MALVE",
          "MINZE",
          "MISTEL",
          "MOHN",
          "MOOS",
          "MUSCHEL",
          "NELKE",
          "NEST",
          "OTTER",
          "PAPPEL",
          "PILZ",
          "PRIMEL",
          "RAPS",
          "REIHER",
          "ROGGEN",
          "ROSE",
          "SALBEI",
          "SAND",
          "SCHILF",
          "SEGEL",
          "SEIDE",
          "SPATZ",
          "SPECHT",
          "STEG",
          "STERN",
          "STORCH",
          "TANNE",
          "TEICH",
          "TULPE",
          "UFER",
          "ULME",
          "VEILCHEN",
          "WACHTEL",
          "WALD",
          "WEIDE",
          "WEIZEN",
          "WELLE",
          "WIESE",
          "WOLKE",
          "WURZEL",
          "ZANDER",
          "ZEDER",
          "ZWEIG");
  private static final Pattern SHAPE = Pattern.compile("([A-Z]{3,12})[\\s\\p{Pd}_.]*([0-9]{4})");
  private static final SecureRandom RANDOM = new SecureRandom();

  static JoinCode random() {
    return new JoinCode(
        WORDS.get(RANDOM.nextInt(WORDS.size())) + "-" + (1000 + RANDOM.nextInt(9000)));
  }

  /**
   * Reads what somebody typed, whatever its case, spaces and dash; empty if no code looks like
   * that.
   */
  static Optional<JoinCode> read(String typed) {
    Matcher matcher = SHAPE.matcher(typed.strip().toUpperCase(Locale.ROOT));
    return matcher.matches()
        ? Optional.of(new JoinCode(matcher.group(1) + "-" + matcher.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}

package org.allmende.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GermanTextTest {

  @ParameterizedTest
  @CsvSource({
    "Spielplätzen, Spielplatz",
    "Straßenbäume, Strassenbaum",
    "OEFFNUNGSZEITEN, Öffnungszeit",
    "Häuser, Haus",
    "Bürgerinnen, Bürger",
    "Schülerzahlen, Schülerzahl",
    "Museen, Museum",
    "Cafés, Cafe",
    "Tütchen, Tüte",
    "Bäumchen, Bäume",
    "Flaschen, Flasche"
  })
  void inflectionsAndSpellingsShareAStem(String one, String other) {
    assertThat(GermanText.stem(one)).isEqualTo(GermanText.stem(other));
  }

  @ParameterizedTest
  @CsvSource({"Schüler, Schule", "Bürger, Burg", "fahren, Fahrt"})
  void differentWordsStayApart(String one, String other) {
    assertThat(GermanText.stem(one)).isNotEqualTo(GermanText.stem(other));
  }

  @ParameterizedTest
  @CsvSource({
    "Straßenbäume, strass baum",
    "Gesundheitsämter, gesundheit amt",
    "Schülerzahlen, schuler zahl",
    "Kindertageseinrichtung, kind tag einrichtung",
    "Volleyballverein, volleyball verein",
    "Bodenrichtwerte, bod richtwert"
  })
  void compoundsHaveParts(String word, String parts) {
    assertThat(GermanText.words(word).getFirst().parts()).containsExactly(parts.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"Ångström", "Bußgeld", "Amt", "Ratten", "Rathaus"})
  void whatOnlyLooksComposedStaysWhole(String word) {
    assertThat(GermanText.words(word).getFirst().parts()).isEmpty();
  }

  @Test
  void wordsKnowWhereTheyStandAndSmallTalkIsLeftOut() {
    assertThat(GermanText.words("Wo gibt es ein Klo?"))
        .containsExactly(new Word("Klo", "klo", List.of(), 15, 18));
  }

  @Test
  void endlessRunsOfLettersAreNoWords() {
    String endless = "Spielplatz".repeat(1_000);
    assertThat(GermanText.words("Wo " + endless + " Klo?"))
        .extracting(Word::surface)
        .containsExactly("Klo");
  }

  @Test
  void everydayWordsMeanWhatOfficesSay() {
    Thesaurus thesaurus = new Thesaurus(Thesaurus.shipped());
    assertThat(thesaurus.meanings("Sind die Klos sauber?"))
        .extracting(Meaning::said, Meaning::means)
        .containsExactly(tuple("Klos", "Öffentliche Toilette"));
    assertThat(thesaurus.meanings("Wann kommt der Gelbe Sack?"))
        .extracting(Meaning::said)
        .contains("Gelbe Sack");
    assertThat(thesaurus.relatives("Kindertageseinrichtung"))
        .extracting(Meaning::means)
        .contains("Kita");
  }

  @Test
  void theShippedSynonymsAreManyAndWhole() {
    assertThat(Thesaurus.shipped())
        .hasSizeGreaterThan(300)
        .doesNotHaveDuplicates()
        .allSatisfy(entry -> {
          assertThat(GermanText.words(entry.word())).as(entry.word()).isNotEmpty();
          assertThat(GermanText.words(entry.means())).as(entry.means()).isNotEmpty();
        });
  }
}

package org.allmende.search;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that carry no meaning of their own: articles, pronouns, question words, the small talk of a
 * note.
 */
final class StopWords {

  private static final Set<String> WORDS =
      Stream.of(
              """
              ab aber alle allem allen aller alles als also am an andere anderen anders auch auf aus bei beim bekommen
              bekomme bereits bin bis bisher bist bitte brauche brauchen braucht da dabei dafür dagegen daher dahin damit dann
              daran darauf daraus darf darin darüber das dass dazu dein dem den denen denn der deren des deshalb dessen
              die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines einfach
              einige einmal er es etc etwa etwas euch euer für gab ganz geben gegen gehen geht gern gerne gibt
              haben habe hat hatte hatten hier hin hätte hätten ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in
              ins innen irgendwo ist ja je jede jedem jeden jeder jedes jemand jetzt kann kein keine keinem keinen keiner
              können könnte könnten liegen liegt machen macht man manche mehr mein meine meinem meinen meiner mich mir
              mit möchte möchten muss müssen nach neben nicht nichts noch nun nur ob oder ohne per pro sehr sein seine
              seinem seinen seiner seit selbst sich sie sind so sobald sodass sollen sollte sollten sonst soll sowie
              statt über um und uns unser unsere unserem unseren unserer unter usw vom von vor wann war waren warum was
              weil welche welchem welchen welcher welches wenn wer werden wie wieder wieso will wir wird wissen wo
              wobei wohin wollen womit wozu wurde wurden wäre wären würde würden wünsche wünschen zu zum zur zwischen z b bzw ca
              """
                  .split("\\s+"))
          .map(GermanText::fold)
          .collect(Collectors.toUnmodifiableSet());

  private StopWords() {}

  static boolean contains(String folded) {
    return WORDS.contains(folded);
  }
}

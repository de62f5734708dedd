package org.allmende.comment;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allmende.base.i18n.Texts;
import org.allmende.base.web.StoredSentence;
import org.springframework.stereotype.Component;

/**
 * What stands in the place of a hidden text: when it was hidden and by which rule. Kept in German,
 * read in any language.
 */
@Component
class HiddenSentence implements StoredSentence {

  private static final String KEY = "comment.hidden";
  private static final DateTimeFormatter KEPT = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final String DAY = "([0-9]{2})[.]([0-9]{2})[.]([0-9]{4})";

  private final Texts texts;

  HiddenSentence(Texts texts) {
    this.texts = texts;
  }

  String kept(LocalDate day, Rule rule) {
    return texts.of(Locale.GERMAN, KEY, day.format(KEPT), name(rule, Locale.GERMAN));
  }

  private String name(Rule rule, Locale locale) {
    return texts.of(locale, "comment.rule." + rule.key());
  }

  @Override
  public String translated(String page, Locale locale) {
    Locale spoken = Texts.spoken(locale);
    if (spoken.equals(Locale.GERMAN) || !page.contains(beginning())) {
      return page;
    }
    String read = page;
    for (Rule rule : Rule.values()) {
      read = translated(read, rule, spoken);
    }
    return read;
  }

  private String beginning() {
    String sentence = texts.of(Locale.GERMAN, KEY, "\n", "");
    return sentence.substring(0, sentence.indexOf('\n'));
  }

  /** The day is not read as one: anybody can write such a sentence with a day that is none. */
  private String translated(String page, Rule rule, Locale spoken) {
    String sentence = texts.of(Locale.GERMAN, KEY, "\n", name(rule, Locale.GERMAN));
    return Pattern.compile(Pattern.quote(sentence).replace("\n", "\\E" + DAY + "\\Q"))
        .matcher(page)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                texts.of(
                    spoken,
                    KEY,
                    found.group(1) + "/" + found.group(2) + "/" + found.group(3),
                    name(rule, spoken))));
  }
}

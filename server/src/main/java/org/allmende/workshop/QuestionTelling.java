package org.allmende.workshop;

import java.util.List;
import java.util.Locale;
import org.allmende.base.i18n.Texts;
import org.allmende.base.id.PersonId;
import org.allmende.notify.NoticeText;
import org.allmende.notify.Step;
import org.allmende.notify.Telling;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever asked a question what became of it after the workshop. */
@Component
class QuestionTelling {

  private final Telling telling;
  private final Texts texts;

  QuestionTelling(Telling telling, Texts texts) {
    this.telling = telling;
    this.texts = texts;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void answered(Workshop workshop, Question question, String answer) {
    tell(workshop, question, "answered", answer);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void removed(Workshop workshop, Question question, String reason) {
    tell(workshop, question, "removed", reason);
  }

  private void tell(Workshop workshop, Question question, String news, String words) {
    PersonId author = question.author();
    if (author != null) {
      int _ =
          telling.inform(
              new Step(
                  workshop.tenant(),
                  workshop.ref(),
                  "question-" + news + ":" + question.id(),
                  url(workshop, question),
                  locale -> notice(workshop, question, news, words, locale)),
              author);
    }
  }

  /** The room needs one's place; the results, once public, nobody's leave. */
  private static String url(Workshop workshop, Question question) {
    return workshop.isReleased()
        ? workshop.url("/results") + "#question-" + question.id()
        : workshop.url("/room") + "?view=drawer&drawer=questions";
  }

  private NoticeText notice(
      Workshop workshop, Question question, String news, String words, Locale locale) {
    String text = "workshop.tell.question." + news;
    return new NoticeText(
        texts.of(locale, text + ".subject", workshop.title()),
        texts.of(locale, "workshop.tell.question.lead", workshop.title(), question.text()),
        List.of(texts.of(locale, text, words)),
        texts.of(locale, "workshop.tell.question.action"),
        List.of());
  }
}

package org.allmende.workshop;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;
import org.allmende.comment.PublicText;
import org.allmende.comment.TextSource;
import org.springframework.stereotype.Component;

/**
 * Questions among released results as texts that can be reported and hidden, with their answers.
 */
@Component
class QuestionTexts implements TextSource {

  private static final String TEXT = "text";
  private static final String ANSWER = "answer";

  private final QuestionStore questions;
  private final Workshops workshops;

  QuestionTexts(QuestionStore questions, Workshops workshops) {
    this.questions = questions;
    this.workshops = workshops;
  }

  @Override
  public String kind() {
    return Question.KIND;
  }

  @Override
  public Map<Ref, PublicText> find(TenantId tenant, Collection<String> ids, Viewer viewer) {
    List<Question> listed =
        questions.all(ids).stream().filter(question -> question.removedAt() == null).toList();
    Map<WorkshopId, Workshop> released =
        workshops.all(listed.stream().map(Question::workshop).distinct().toList()).stream()
            .filter(workshop -> workshop.tenant().equals(tenant) && workshop.isReleased())
            .collect(Collectors.toMap(Workshop::id, Function.identity()));
    Map<Ref, PublicText> texts = new HashMap<>();
    for (Question question : listed) {
      Workshop workshop = released.get(question.workshop());
      if (workshop != null) {
        texts.put(question.id().ref(), text(question, workshop));
      }
    }
    return texts;
  }

  private static PublicText text(Question question, Workshop workshop) {
    String answer = question.answer();
    return new PublicText(
        question.id().ref(),
        workshop.tenant(),
        answer == null ? question.text() : question.text() + "\n\n" + answer,
        workshop.url("/results") + "#question-" + question.id(),
        question.author());
  }

  @Override
  public Map<String, String> hide(String id, String sentence) {
    Question question = questions.locked(new QuestionId(id)).orElseThrow();
    Map<String, String> words = new HashMap<>(Map.of(TEXT, question.text()));
    String answer = question.answer();
    if (answer != null) {
      words.put(ANSWER, answer);
    }
    questions.reword(question.id(), sentence, null);
    return words;
  }

  @Override
  public void restore(String id, Map<String, String> words) {
    questions.reword(new QuestionId(id), words.getOrDefault(TEXT, ""), words.get(ANSWER));
  }
}

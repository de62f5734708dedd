package org.allmende.workshop;

import org.allmende.base.id.Ref;

/** Names a question somebody asked in a workshop. */
public record QuestionId(String value) {

  public Ref ref() {
    return new Ref(Question.KIND, value);
  }

  @Override
  public String toString() {
    return value;
  }
}

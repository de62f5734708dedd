package org.allmende.search;

import org.allmende.base.web.Form;

/** Two words somebody puts side by side, from the form or from the API. */
record NewSynonym(String word, String means) {

  static NewSynonym read(Form form) {
    return new NewSynonym(word(form, "word"), word(form, "means"));
  }

  private static String word(Form form, String field) {
    String given = form.text(field).max(Synonyms.LONGEST).required("search.synonym.missing");
    if (!given.isEmpty() && !Synonyms.says(given)) {
      form.reject(field, "search.synonym.empty", Synonyms.LONGEST);
    }
    return given;
  }
}

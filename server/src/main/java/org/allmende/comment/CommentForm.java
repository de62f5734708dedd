package org.allmende.comment;

import org.allmende.base.web.Form;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes below a thing.
 *
 * @param contact where answers go, null for somebody with a login
 */
record CommentForm(CommentKind kind, String words, String name, @Nullable String contact) {

  private static final int LONGEST = 2_000;
  private static final int LONGEST_NAME = 80;

  static CommentForm read(Form form, Viewer viewer) {
    CommentKind kind = form.choice("kind", CommentKind.class);
    String contact = viewer.isKnown() ? null : form.email("contact");
    if (contact == null && !viewer.isKnown()) {
      form.reject("contact", "comment.form.contact.missing");
    }
    return new CommentForm(
        kind == null ? CommentKind.COMMENT : kind,
        form.text("words").max(LONGEST).required("comment.form.words.missing"),
        form.text("name").max(LONGEST_NAME).or(""),
        contact);
  }
}

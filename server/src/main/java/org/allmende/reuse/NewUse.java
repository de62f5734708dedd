package org.allmende.reuse;

import org.allmende.base.web.Form;
import org.jspecify.annotations.Nullable;

/** A use about to be reported. */
public record NewUse(
    UseKind kind, String title, @Nullable String url, @Nullable String department) {

  /** Reads and checks what was sent; a department makes it an internal use. */
  static NewUse read(Form form) {
    String title = form.text("title").max(200).required("reuse.form.title.missing");
    String url = form.text("url").max(1_000).optional();
    if (url != null && !url.matches("https?://[^\\s\"<>]+")) {
      form.reject("url", "reuse.form.url");
    }
    String department = form.text("department").max(200).optional();
    UseKind kind = form.choice("kind", UseKind.class);
    if (kind == null) {
      kind = department == null ? UseKind.OTHER : UseKind.INTERNAL;
    }
    if (kind == UseKind.INTERNAL && department == null) {
      form.reject("department", "reuse.form.department.missing");
    }
    return new NewUse(kind, title, url, kind == UseKind.INTERNAL ? department : null);
  }
}

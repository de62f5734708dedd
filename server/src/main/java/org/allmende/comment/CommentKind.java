package org.allmende.comment;

import java.util.Locale;

/** What somebody says below a thing: anything about it, or that its refusal is wrong. */
public enum CommentKind {
  COMMENT,
  OBJECTION;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

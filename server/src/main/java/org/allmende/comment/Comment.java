package org.allmende.comment;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said below a thing.
 *
 * @param name as the writer wants to be called, empty for nobody in particular
 * @param office in whose name staff wrote it, null for everybody else
 * @param shownAt null until whoever reads the mails of the writer's address said it is theirs
 */
public record Comment(
    String id,
    TenantId tenant,
    Ref about,
    CommentKind kind,
    String words,
    String name,
    @Nullable String office,
    @Nullable PersonId person,
    Instant at,
    @Nullable Instant shownAt) {

  static final String KIND = "comment";

  public Ref ref() {
    return new Ref(KIND, id);
  }
}

package org.allmende.catalog;

import java.time.Instant;
import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * How far a dataset is on its way to the public; each step says when, and by whom where staff did
 * it.
 */
public sealed interface DatasetState {

  Instant at();

  @Nullable PersonId by();

  /** The name in rows, in the API and in message keys. */
  String key();

  /** Being prepared by the department. */
  record Draft(Instant at, @Nullable PersonId by) implements DatasetState {
    @Override
    public String key() {
      return "draft";
    }
  }

  /** Handed in; the steward checks it. */
  record Submitted(Instant at, @Nullable PersonId by) implements DatasetState {
    @Override
    public String key() {
      return "submitted";
    }
  }

  /** Handed back to the department with a reason. */
  record SentBack(Instant at, @Nullable PersonId by, String reason) implements DatasetState {
    @Override
    public String key() {
      return "sent_back";
    }
  }

  /** For everybody. */
  record Published(Instant at, @Nullable PersonId by) implements DatasetState {
    @Override
    public String key() {
      return "published";
    }
  }

  /** Was for everybody; its page stays and says why it is gone. */
  record Withdrawn(Instant at, @Nullable PersonId by, String reason) implements DatasetState {
    @Override
    public String key() {
      return "withdrawn";
    }
  }
}

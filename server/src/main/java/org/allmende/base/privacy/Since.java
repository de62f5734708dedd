package org.allmende.base.privacy;

import java.util.Locale;

/** From which moment on a field is kept for so long. */
public enum Since {
  WRITTEN,
  MOVED,
  DONE,
  DECIDED,
  ASKED,
  TOLD,
  CLOSED,
  ENDED,
  SENT,
  HELD,
  HIDDEN,
  NEEDED,
  DELETION_DAY;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.allmende.wish;

import java.util.Locale;

/** Why a wish is not fulfilled here and now. */
public enum RefusalCode {
  NOT_OURS,
  NOT_COLLECTED,
  LEGALLY_BARRED,
  TOO_COSTLY,
  ALREADY_AVAILABLE;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

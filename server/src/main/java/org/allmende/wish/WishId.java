package org.allmende.wish;

import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;

/** Names a wish. */
public record WishId(String value) {

  static WishId next() {
    return new WishId(Ids.next());
  }

  public Ref ref() {
    return new Ref("wish", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.allmende.wish;

import org.allmende.base.id.Ids;
import org.allmende.base.id.Ref;

/** Names a potential. */
public record PotentialId(String value) {

  static PotentialId next() {
    return new PotentialId(Ids.next());
  }

  public Ref ref() {
    return new Ref("potential", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

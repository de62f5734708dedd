package org.allmende.workshop;

import org.allmende.base.id.Ref;

/** Names a workshop. */
public record WorkshopId(String value) {

  public Ref ref() {
    return new Ref(Workshop.KIND, value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.allmende.registration;

import org.allmende.base.id.Ref;

/** Names a registration. */
public record RegistrationId(String value) {

  public Ref ref() {
    return new Ref(Registration.KIND, value);
  }

  @Override
  public String toString() {
    return value;
  }
}

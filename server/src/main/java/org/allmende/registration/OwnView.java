package org.allmende.registration;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees of the own registration.
 *
 * @param place on the waiting list, 0 when not on it
 * @param chance while waiting
 * @param open whether registration is open
 * @param municipality its name, null for another one
 * @param path of the private page
 * @param token the last part of the private link
 * @param asked what the person may answer now
 * @param answers what the person answered before
 * @param tryout where one can try out before what is done there
 * @param entrance where one goes in with a seat
 */
record OwnView(
    Offering offering,
    Registration registration,
    int place,
    Chance chance,
    boolean open,
    @Nullable String municipality,
    String path,
    String token,
    Questionnaire asked,
    GivenAnswers answers,
    Optional<String> tryout,
    Optional<String> entrance) {

  boolean is(RegistrationState state) {
    return registration.is(state);
  }

  /** Whether seats can be taken now. */
  boolean canAccept() {
    return is(RegistrationState.OFFERED) || (registration.isCalled() && open);
  }
}

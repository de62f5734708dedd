package org.allmende.registration;

import org.allmende.base.web.Problem;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Signer;
import org.springframework.stereotype.Component;

/** The private link of a registration: whoever has it is who registered. Computed, never stored. */
@Component
class RegistrationLinks {

  private static final String PURPOSE = "registration";

  private final Signer signer;
  private final PublicAddress here;

  RegistrationLinks(Signer signer, PublicAddress here) {
    this.signer = signer;
    this.here = here;
  }

  /** Its last part: the id and the signature. */
  String token(RegistrationId id) {
    return id + "." + signer.sign(PURPOSE, id.value());
  }

  String path(Offering offering, RegistrationId id) {
    return "/" + offering.tenant().slug() + "/registrations/own/" + token(id);
  }

  /** The whole address, to be kept or sent. */
  String url(Offering offering, RegistrationId id) {
    return here.of(path(offering, id));
  }

  /**
   * The registration a link was made for.
   *
   * @throws Problem 404 if it was made for none
   */
  RegistrationId read(String token) {
    int dot = token.indexOf('.');
    if (dot < 1 || !signer.verify(PURPOSE, token.substring(0, dot), token.substring(dot + 1))) {
      throw Problem.notFound("registration.link.wrong");
    }
    return new RegistrationId(token.substring(0, dot));
  }
}

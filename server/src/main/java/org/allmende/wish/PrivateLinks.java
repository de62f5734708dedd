package org.allmende.wish;

import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.PublicAddress;
import org.allmende.base.web.Signer;
import org.springframework.stereotype.Component;

/** The private link of a wish: whoever has it is its wisher. It is computed, never stored. */
@Component
class PrivateLinks {

  private static final String PURPOSE = "wish";

  private final Signer signer;
  private final PublicAddress address;

  PrivateLinks(Signer signer, PublicAddress address) {
    this.signer = signer;
    this.address = address;
  }

  String path(TenantId tenant, WishId wish) {
    return "/"
        + tenant.slug()
        + "/wishes/"
        + wish
        + "/private/"
        + signer.sign(PURPOSE, wish.value());
  }

  /** The whole address, to be kept or sent. */
  String url(TenantId tenant, WishId wish) {
    return address.of(path(tenant, wish));
  }

  /**
   * Goes on only with the right token.
   *
   * @throws Problem 404 otherwise, so that nobody learns whether the wish exists
   */
  void require(WishId wish, String token) {
    if (!signer.verify(PURPOSE, wish.value(), token)) {
      throw Problem.notFound("wish.private.wrong");
    }
  }
}

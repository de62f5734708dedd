package org.allmende.base.mail;

import java.net.URI;
import java.util.Objects;
import org.allmende.base.web.PublicAddress;

/** The host name in whose name mails are written. */
final class MailHost {
  private MailHost() {}

  static String of(PublicAddress address) {
    return Objects.requireNonNullElse(URI.create(address.url()).getHost(), "localhost");
  }
}

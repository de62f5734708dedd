package org.allmende.bench.survive;

import java.util.ArrayList;
import java.util.List;

/** Who wants to be told about one wish, and therefore must get a mail at every step from now on. */
record Followers(Ledger ledger, List<String> addresses) {

  static Followers of(Ledger ledger) {
    return new Followers(ledger, new ArrayList<>());
  }

  void add(String address) {
    addresses.add(address);
  }

  /** A step was acknowledged: everybody is told once. */
  void told(String subject, String words) {
    addresses.forEach(to -> ledger.mail(new Ledger.ExpectedMail(to, subject, words)));
  }
}

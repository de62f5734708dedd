package org.allmende.board;

import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A board as it stands.
 *
 * @param owner what it belongs to
 * @param url the page that shows it
 * @param phase the key of the open phase, null before the first
 * @param locked whether only those who lead may change anything
 * @param seq the number of its last operation
 */
public record Board(
    BoardId id,
    TenantId tenant,
    Ref owner,
    String url,
    @Nullable String phase,
    boolean locked,
    long seq) {

  /** The same after the operation of this number. */
  Board at(long number) {
    return new Board(id, tenant, owner, url, phase, locked, number);
  }

  /** Where the browser connects to. */
  public String socket() {
    return "/" + tenant.slug() + "/boards/" + id + "/socket";
  }
}

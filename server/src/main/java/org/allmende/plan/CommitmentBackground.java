package org.allmende.plan;

import java.util.Collection;
import java.util.Map;
import org.allmende.base.id.Ref;
import org.allmende.base.web.PagePart;
import org.allmende.base.web.Viewer;
import org.jspecify.annotations.Nullable;

/** Slot: what stands behind commitments, told by the module they serve; asked once per page. */
public interface CommitmentBackground {

  /** What is known about each of the things commitments were made for. */
  Map<Ref, Background> of(Collection<Commitment> commitments, Viewer viewer);

  /**
   * Whether what a commitment was made for is internal to its tenant; then so is the commitment.
   */
  boolean isInternal(Ref about);

  /**
   * What stands behind one commitment.
   *
   * @param waiting how many people wait for it
   * @param fulfilUrl where a POST begins to keep it, null if the viewer may not
   * @param story its thread in small, null where there is none
   */
  record Background(int waiting, @Nullable String fulfilUrl, @Nullable PagePart story) {}
}

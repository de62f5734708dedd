package org.allmende.comment;

import java.util.Collection;
import java.util.Map;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;

/** The things of one kind that people talk about, offered by the module that owns them. */
public interface DiscussionSource {

  /** The kind of the references it answers for, such as {@code wish}. */
  String kind();

  /**
   * The things that concern the tenant and that the person may read, with a few queries for all.
   */
  Map<Ref, Discussion> find(TenantId tenant, Collection<String> ids, Viewer viewer);
}

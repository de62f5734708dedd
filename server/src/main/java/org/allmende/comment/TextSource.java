package org.allmende.comment;

import java.util.Collection;
import java.util.Map;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;

/** The texts of one kind, offered by the module that owns them so that they can be moderated. */
public interface TextSource {

  /** The kind of the references it answers for, such as {@code wish}. */
  String kind();

  /**
   * The texts that belong to the tenant and that the person may read, with a few queries for all.
   */
  Map<Ref, PublicText> find(TenantId tenant, Collection<String> ids, Viewer viewer);

  /**
   * Puts a sentence in the place of all that was written.
   *
   * @return what was there, for {@link #restore}
   */
  Map<String, String> hide(String id, String sentence);

  /** Puts back what {@link #hide} took away. */
  void restore(String id, Map<String, String> words);
}

package org.allmende.notify;

import java.util.Locale;
import java.util.Optional;
import org.allmende.tenant.Tenant;

/** Knows a kind of subject one can subscribe to; implemented by the module that has it. */
public interface SubjectTitles {

  /** The kind it knows, such as {@code topic}. */
  String kind();

  /**
   * What the subject is called; empty if the tenant has none of that id. Asked for every row of a
   * list, so it is known without the database.
   */
  Optional<String> title(Tenant tenant, String id, Locale locale);
}

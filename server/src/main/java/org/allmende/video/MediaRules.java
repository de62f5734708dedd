package org.allmende.video;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.allmende.base.id.PersonId;
import org.allmende.base.id.Ref;
import org.allmende.base.web.Viewer;

/** What the media rooms ask the module whose people meet in them. */
public interface MediaRules {

  /** The kind of gathering it answers for, such as {@code workshop}. */
  String kind();

  /** Where the lines of its gatherings are opened, as a pattern of addresses. */
  String lines();

  /** Who opens the line at this address; empty for somebody who has no business there. */
  Optional<MediaGuest> guest(HttpServletRequest request, Viewer viewer);

  /** Where these people belong at this moment. */
  Seating seating(Ref gathering, Set<PersonId> people);
}

package org.allmende.registration;

import java.util.List;
import java.util.Optional;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Viewer;

/**
 * What registrations ask the module a thing belongs to; implemented there, asked anew for every
 * request, so that a changed role acts at once.
 */
public interface OfferingRules {

  /** The kind of thing it answers for, such as {@code workshop}. */
  String kind();

  /** Whether the viewer organises the thing and may see who comes. */
  boolean organises(Ref about, Viewer viewer);

  /** The owner, and those who carry it too. */
  List<TenantId> hosts(Ref about);

  /**
   * Where somebody with a seat goes in: an address that takes a POST with the field {@code
   * registration}, the private link of the registration.
   */
  Optional<String> entrance(Ref about);

  /** Where whoever comes can try out before what is done there. */
  default Optional<String> tryout(Ref about) {
    return Optional.empty();
  }

  /**
   * What whoever registers may be asked. Only the person reads the answers; when the person comes,
   * the module takes them with {@link Registrations#takeAnswers}.
   */
  default Questionnaire questions(Ref about) {
    return Questionnaire.NONE;
  }
}

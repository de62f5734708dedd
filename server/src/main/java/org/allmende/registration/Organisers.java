package org.allmende.registration;

import java.util.List;
import java.util.Optional;
import org.allmende.base.id.Ref;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.base.web.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the module a thing belongs to who organises it. */
@Component
class Organisers {

  private final ObjectProvider<OfferingRules> rules;

  Organisers(ObjectProvider<OfferingRules> rules) {
    this.rules = rules;
  }

  boolean organises(Ref about, Viewer viewer) {
    return of(about).filter(rule -> rule.organises(about, viewer)).isPresent();
  }

  /**
   * Goes on only if the viewer organises the thing.
   *
   * @throws Problem 403 otherwise; without login the person is asked to log in
   */
  void require(Ref about, Viewer viewer) {
    if (viewer.operator() && !viewer.isKnown()) {
      return;
    }
    viewer.known();
    if (!organises(about, viewer)) {
      throw Problem.forbidden("registration.notOrganising");
    }
  }

  /** Those whose people are expected first: the owner and who carries it too. */
  List<TenantId> hosts(Offering offering) {
    return of(offering.about())
        .map(rule -> rule.hosts(offering.about()))
        .orElseGet(() -> List.of(offering.tenant()));
  }

  /** Where somebody with a seat goes in, if there is such a place. */
  Optional<String> entrance(Ref about) {
    return of(about).flatMap(rule -> rule.entrance(about));
  }

  /** Where whoever comes can try out before what is done there, if there is such a place. */
  Optional<String> tryout(Ref about) {
    return of(about).flatMap(rule -> rule.tryout(about));
  }

  /** What whoever registers may be asked. */
  Questionnaire questions(Ref about) {
    return of(about).map(rule -> rule.questions(about)).orElse(Questionnaire.NONE);
  }

  private Optional<OfferingRules> of(Ref about) {
    return rules.stream().filter(rule -> rule.kind().equals(about.kind())).findFirst();
  }
}

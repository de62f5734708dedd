package org.allmende.registration;

import java.time.Clock;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Problem;
import org.allmende.tenant.Tenant;
import org.allmende.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Reads a registration by its private link, with all its page shows. */
@Component
class OwnRegistrations {

  private final Registrations registrations;
  private final RegistrationLinks links;
  private final Organisers organisers;
  private final Tenants tenants;
  private final Clock clock;

  OwnRegistrations(
      Registrations registrations,
      RegistrationLinks links,
      Organisers organisers,
      Tenants tenants,
      Clock clock) {
    this.registrations = registrations;
    this.links = links;
    this.organisers = organisers;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * What the link leads to, in the tenant it belongs to.
   *
   * @throws Problem 404 for a link made for nothing, or below another tenant
   */
  OwnView behind(Tenant tenant, String link) {
    Registration registration = registrations.behind(link);
    Offering offering =
        registrations
            .offering(registration.about())
            .filter(found -> found.tenant().equals(tenant.id()))
            .orElseThrow(() -> Problem.notFound("registration.link.wrong"));
    return view(offering, registration);
  }

  OwnView view(Offering offering, Registration registration) {
    TenantId municipality = registration.municipality();
    GivenAnswers answers = registrations.answers(registration.id());
    return new OwnView(
        offering,
        registration,
        registrations.place(registration).orElse(0),
        registrations.chance(offering, registration),
        offering.isOpen(clock.instant()),
        municipality == null ? null : tenants.get(municipality).name(),
        links.path(offering, registration.id()),
        links.token(registration.id()),
        canAnswer(registration, answers)
            ? organisers.questions(offering.about())
            : Questionnaire.NONE,
        answers,
        organisers.tryout(offering.about()),
        organisers.entrance(offering.about()));
  }

  /** Whoever has gone in answers there; until then, or while answers are still kept here, here. */
  private boolean canAnswer(Registration registration, GivenAnswers answers) {
    return registration.state().isLive()
        && (!answers.isEmpty() || !registrations.hasArrived(registration));
  }
}

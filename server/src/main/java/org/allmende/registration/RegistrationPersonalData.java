package org.allmende.registration;

import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;
import org.allmende.base.privacy.PersonalData;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What registrations know about people: who comes, from where, with how many. */
@Component
class RegistrationPersonalData implements PersonalData {

  private final Registrations registrations;
  private final RegistrationStore store;
  private final OfferingStore offerings;
  private final ChangeStore changes;

  RegistrationPersonalData(
      Registrations registrations,
      RegistrationStore store,
      OfferingStore offerings,
      ChangeStore changes) {
    this.registrations = registrations;
    this.store = store;
    this.offerings = offerings;
    this.changes = changes;
  }

  @Override
  public List<String> describe() {
    return List.of(
        "registration_registration.person",
        "registration_registration.name",
        "registration_registration.municipality",
        "registration_registration.department",
        "registration_change.person",
        "registration_change.reason",
        "registration_check_in.by");
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, List<String>> export(PersonId person) {
    return Map.of(
        "registration",
        store.of(person).stream()
            .map(registration ->
                registration.registeredAt()
                    + ": "
                    + offerings.find(registration.about()).map(Offering::title).orElse("")
                    + ", "
                    + registration.name()
                    + (registration.department() == null ? "" : ", " + registration.department())
                    + ", "
                    + registration.people()
                    + ", "
                    + registration.state().key())
            .toList());
  }

  /** Whoever is forgotten does not come: the seats are given on, the numbers stay. */
  @Override
  @Transactional
  public void erase(PersonId person) {
    for (Registration registration : store.of(person)) {
      if (registration.state().isLive() && registrations.isAhead(registration)) {
        var _ = registrations.leave(registration.id());
      }
    }
    changes.blank(person);
    store.blank(person);
  }
}

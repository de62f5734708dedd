package org.allmende.registration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allmende.base.id.PersonId;
import org.allmende.base.privacy.PersonalData;
import org.allmende.base.privacy.PersonalField;
import org.allmende.base.privacy.Retention;
import org.allmende.base.privacy.Since;
import org.allmende.people.AddressUse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What registrations know about people: who comes, from where, with how many. */
@Component
class RegistrationPersonalData implements PersonalData, AddressUse {

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

  private static final String JOB = "registration.forget";
  private static final String SEAT = "registration.privacy.seat";
  private static final String CHANGE = "registration.privacy.change";

  private static final String END =
      """
      select o.ends_at from registration_offering o
      join registration_registration r on r.about = o.about
      where r.id = registration_answer.registration\
      """;

  @Override
  public List<PersonalField> describe() {
    return List.of(
        PersonalField.byJob("registration_registration.person", SEAT, 0, Since.DELETION_DAY, JOB),
        PersonalField.byJob("registration_registration.name", SEAT, 0, Since.DELETION_DAY, JOB),
        PersonalField.byJob(
            "registration_registration.municipality", SEAT, 0, Since.DELETION_DAY, JOB),
        PersonalField.byJob(
            "registration_registration.department", SEAT, 0, Since.DELETION_DAY, JOB),
        PersonalField.byJob("registration_change.person", CHANGE, 0, Since.DELETION_DAY, JOB),
        PersonalField.byJob("registration_change.reason", CHANGE, 0, Since.DELETION_DAY, JOB),
        new Retention(1, Since.HELD, END)
            .deleted("registration_answer.value", "registration.privacy.answer"),
        new Retention(Retention.YEARS, Since.DONE, "at")
            .nulled("registration_check_in.by", "registration.privacy.checkIn"));
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
                    + registration.state().key()
                    + (registration.municipality() == null
                        ? ""
                        : ", " + registration.municipality())
                    + told(registrations.answers(registration.id())))
            .toList(),
        "seat",
        changes.about(person),
        "checkIn",
        store.checkedInBy(person));
  }

  private static String told(GivenAnswers answers) {
    return answers.isEmpty() ? "" : ", " + answers.values();
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

  /** Whoever comes or waits is told when something changes. */
  @Override
  public Set<PersonId> among(Collection<PersonId> people) {
    return store.among(people);
  }
}

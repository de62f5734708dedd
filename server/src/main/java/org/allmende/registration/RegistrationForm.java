package org.allmende.registration;

import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.jspecify.annotations.Nullable;

/** Reads what somebody says who registers, from the page or from a program. */
final class RegistrationForm {

  /** What the list of municipalities sends for one that is not on it. */
  static final String OTHER = "-";

  private RegistrationForm() {}

  /** Null if something is wrong; the form says what. */
  static @Nullable NewRegistration read(Form form, Offering offering, Questionnaire asked) {
    String name = form.text("name").max(80).required("registration.form.name.missing");
    String contact = form.email("contact");
    if (contact == null) {
      form.reject("contact", "registration.form.contact.missing");
    }
    String tenant = form.text("tenant").or(OTHER);
    if (!tenant.equals(OTHER) && !TenantId.isSlug(tenant)) {
      form.reject("tenant", "registration.municipality.unknown");
    }
    String department = form.text("department").max(120).optional();
    Integer people = people(form, offering.largestGroup());
    GivenAnswers answers = GivenAnswers.of(form, asked);
    if (!form.isValid() || contact == null) {
      return null;
    }
    return new NewRegistration(
        name,
        contact,
        tenant.equals(OTHER) ? null : new TenantId(tenant),
        department,
        people == null ? 1 : people,
        answers);
  }

  /** How many come; null when nobody said. */
  static @Nullable Integer people(Form form, int most) {
    return form.number("people", 1, most);
  }
}

package org.allmende.notify;

import org.allmende.base.id.Ref;
import org.allmende.base.web.Form;
import org.allmende.base.web.Viewer;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who subscribes.
 *
 * @param contact null for somebody with a login
 */
record SubscriptionForm(Ref subject, Tempo tempo, @Nullable String contact) {

  /** Null if something is wrong; the form says what. */
  static @Nullable SubscriptionForm read(
      Form form, Tenant tenant, Subjects subjects, Viewer viewer) {
    Ref subject = subjects.read(tenant, form.text("subject").max(120).or("")).orElse(null);
    if (subject == null) {
      form.reject("subject", "notify.subscribe.subject.unknown");
    }
    Tempo tempo = form.choice("tempo", Tempo.class);
    String contact = form.email("contact");
    if (contact == null && !viewer.isKnown()) {
      form.reject("contact", "notify.subscribe.contact.missing");
    }
    return !form.isValid() || subject == null
        ? null
        : new SubscriptionForm(subject, tempo == null ? Tempo.WEEKLY : tempo, contact);
  }
}

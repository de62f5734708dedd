package org.allmende.workshop;

import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says when joining.
 *
 * @param code as typed
 * @param tenant null for a municipality that is not on the list
 * @param contact the mail address to be told at, null if the person does not want to be told
 * @param device who sits at the device
 * @param answers what the groups may depend on
 */
public record JoinForm(
    String code,
    String name,
    @Nullable TenantId tenant,
    @Nullable String department,
    @Nullable String contact,
    SharedDevice device,
    Answers answers) {

  /** What the list of municipalities sends for one that is not on it. */
  static final String OTHER = "-";

  static JoinForm of(Form form) {
    String tenant = form.text("tenant").or(OTHER);
    if (!tenant.equals(OTHER) && !TenantId.isSlug(tenant)) {
      form.reject("tenant", "workshop.join.tenant.unknown");
    }
    return new JoinForm(
        form.text("code").max(40).required("workshop.join.code.missing"),
        form.text("name").max(80).required("workshop.join.name.missing"),
        TenantId.isSlug(tenant) ? new TenantId(tenant) : null,
        form.text("department").max(120).optional(),
        form.email("contact"),
        SharedDevice.of(form),
        Answers.of(form));
  }
}

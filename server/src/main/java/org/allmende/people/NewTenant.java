package org.allmende.people;

import java.util.List;
import java.util.regex.Pattern;
import org.allmende.base.id.TenantId;
import org.allmende.base.web.Form;
import org.allmende.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant the operator wants to create.
 *
 * @param admin the address of whoever is to look after it, null for nobody yet
 */
public record NewTenant(Tenant tenant, List<String> departments, @Nullable String admin) {

  private static final Pattern AGS = Pattern.compile("\\d{5}|\\d{8}");

  /** Reads and checks the form; null if something is wrong with it. */
  public static @Nullable NewTenant read(Form form) {
    String name = TenantFields.name(form);
    String slug = form.text("slug").max(40).required("people.tenant.slug.missing");
    if (!slug.isEmpty() && !TenantId.isSlug(slug)) {
      form.reject("slug", "people.tenant.slug.shape");
    }
    Tenant.Kind kind = form.choice("kind", Tenant.Kind.class);
    if (kind == null) {
      form.reject("kind", "base.form.choice");
    }
    String accent = TenantFields.accent(form);
    String ags = form.text("ags").optional();
    if (ags != null && !AGS.matcher(ags).matches()) {
      form.reject("ags", "people.tenant.ags.shape");
    }
    String contact = TenantFields.contact(form);
    String admin = form.email("admin");
    List<String> departments =
        form.text("departments").max(5_000).or("").lines().map(String::strip).distinct().toList();
    if (!form.isValid() || kind == null) {
      return null;
    }
    return new NewTenant(
        new Tenant(new TenantId(slug), name, kind, accent, ags, contact, null),
        departments.stream().filter(department -> !department.isEmpty()).toList(),
        admin);
  }
}

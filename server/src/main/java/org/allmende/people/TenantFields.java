package org.allmende.people;

import java.util.regex.Pattern;
import org.allmende.base.web.Form;
import org.jspecify.annotations.Nullable;

/** Reads what a tenant is called, how it looks and where it is reached, for operator and admin. */
final class TenantFields {

  static final String FIRST_ACCENT = "#1b5e57";

  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Pattern IRI = Pattern.compile("https?://[^\\s<>\"{}|^`]+");

  private TenantFields() {}

  static String name(Form form) {
    return form.text("name").max(120).required("people.tenant.name.missing");
  }

  /** A colour that stands out from the sheet. */
  static String accent(Form form) {
    String accent = form.text("accent").or(FIRST_ACCENT);
    if (!COLOUR.matcher(accent).matches()) {
      form.reject("accent", "people.tenant.accent.shape");
    } else if (!Contrast.isReadable(accent)) {
      form.reject("accent", "people.tenant.accent.pale");
    }
    return accent;
  }

  static @Nullable String contact(Form form) {
    return form.email("contact");
  }

  /** The IRI under which DCAT-AP.de lists who contributes a catalogue. */
  static @Nullable String contributor(Form form) {
    String iri = form.text("contributor").max(300).optional();
    if (iri != null && !IRI.matcher(iri).matches()) {
      form.reject("contributor", "people.tenant.contributor.shape");
    }
    return iri;
  }
}

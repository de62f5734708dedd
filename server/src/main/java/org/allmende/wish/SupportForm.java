package org.allmende.wish;

import org.allmende.base.web.Form;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who needs the same.
 *
 * @param follow whether a person with login wants to be told
 */
public record SupportForm(
    Hat hat, @Nullable String organisation, @Nullable String contact, boolean follow) {

  static SupportForm read(Form form) {
    Hat hat = form.choice("hat", Hat.class);
    String organisation = form.text("organisation").max(200).optional();
    Hat usual = organisation == null ? Hat.PRIVATE : Hat.VOLUNTEER;
    return new SupportForm(
        hat == null ? usual : hat, organisation, form.email("contact"), form.ticked("follow"));
  }
}

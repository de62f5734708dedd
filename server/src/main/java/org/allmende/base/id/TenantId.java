package org.allmende.base.id;

import java.util.regex.Pattern;

/**
 * A tenant, named by its slug: the first segment of every URL of the tenant and its key in every
 * table.
 *
 * @param slug 2 to 40 of a–z, 0–9 and the hyphen, beginning with a letter
 */
public record TenantId(String slug) {

  private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,39}");

  public TenantId {
    if (!isSlug(slug)) {
      throw new IllegalArgumentException("not a tenant slug");
    }
  }

  /** Whether the text has the shape of a slug. */
  public static boolean isSlug(String text) {
    return SLUG.matcher(text).matches();
  }

  @Override
  public String toString() {
    return slug;
  }
}

package org.allmende.tenant;

import java.util.regex.Pattern;
import org.allmende.base.id.TenantId;

/**
 * A part of a tenant that people know by a name.
 *
 * @param name as people say it, such as {@code Asberg}
 */
public record Place(String id, TenantId tenant, String name) {

  /** The word for places in references. */
  public static final String KIND = "place";

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** Whether a text says the name as words of their own, also as in Asbergs or Asberger. */
  public boolean isNamedIn(String text) {
    String words = Pattern.quote(name).replace(" ", "\\E\\s+\\Q");
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + words + "(s|er)?(?![\\p{L}\\p{N}])", FLAGS)
        .matcher(text)
        .find();
  }
}

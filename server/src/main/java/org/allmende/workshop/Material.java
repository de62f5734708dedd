package org.allmende.workshop;

import org.allmende.base.blob.Blob;
import org.jspecify.annotations.Nullable;

/**
 * Something that belongs to a workshop to be read or seen.
 *
 * @param url where it is, null for a file here
 * @param file the file, null for something elsewhere
 * @param credit who made it and who took the pictures; null where nobody said
 */
public record Material(
    String id,
    WorkshopId workshop,
    MaterialKind kind,
    String title,
    @Nullable String url,
    @Nullable StoredFile file,
    @Nullable String credit,
    Shown shown) {

  /**
   * A file with what must be said of it.
   *
   * @param license its short name in the list of licences
   */
  public record StoredFile(Blob content, String name, String license) {}

  /** Where it leads, within the workshop or elsewhere. */
  public String href(Workshop of) {
    return url == null ? of.url("/materials/" + id + "/file") : url;
  }

  boolean isVisible(Workshop of, boolean leads) {
    return leads || shown == Shown.NOW || of.isReleased();
  }
}

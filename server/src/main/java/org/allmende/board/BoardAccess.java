package org.allmende.board;

import org.allmende.base.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on a board, as the owner of the board knows the person right now.
 *
 * @param name what others read when the person moves a note, and on the notes of a table
 * @param people for how many the person stands, who share one device or wrote on paper; each of
 *     them has dots
 */
public record BoardAccess(PersonId person, String name, Part part, int people) {

  /** Somebody who stands for one person only. */
  public BoardAccess(PersonId person, String name, Part part) {
    this(person, name, part, 1);
  }

  /** What the person is there for. */
  public enum Part {
    /**
     * Leads: may also order notes and take them away when writing is closed or the board is locked.
     */
    LEADS,
    TAKES_PART,
    /** Reads only. */
    WATCHES
  }

  /** A reader who wrote nothing and gave no dots, such as a screen for all. */
  public static final BoardAccess NOBODY = new BoardAccess(new PersonId("-"), "", Part.WATCHES);

  /**
   * What stands on the notes of a table that takes part with one device; a person writes without.
   */
  @Nullable String table() {
    return part == Part.TAKES_PART && people > 1 && !name.isEmpty() ? name : null;
  }

  boolean leads() {
    return part == Part.LEADS;
  }
}

package org.allmende.board;

import org.allmende.base.id.PersonId;

/**
 * Somebody on a board, as the owner of the board knows the person right now.
 *
 * @param name what others read when the person moves a note
 */
public record BoardAccess(PersonId person, String name, Part part) {

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

  /** A reader who wrote nothing and gave no dots. */
  static final BoardAccess NOBODY = new BoardAccess(new PersonId("-"), "", Part.WATCHES);

  boolean leads() {
    return part == Part.LEADS;
  }
}

package org.allmende.wall;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something of a town that an address can name.
 *
 * @param kind the word before its id in the address
 * @param id how the address names it
 * @param access who may know that it is there
 * @param parent what it lies in
 */
record Thing(String kind, String id, Access access, @Nullable Thing parent) {

  /** Who may know that something is there. */
  enum Access {
    /** Everybody. */
    PUBLIC,
    /** The town's own people only. */
    INTERNAL,
    /** Whoever has the link: its second half cannot be guessed. */
    BY_LINK
  }

  /** This and all it lies in, the outermost first. */
  List<Thing> chain() {
    List<Thing> chain = new ArrayList<>(parent == null ? List.of() : parent.chain());
    chain.add(this);
    return chain;
  }

  boolean isPublic() {
    return chain().stream().allMatch(thing -> thing.access == Access.PUBLIC);
  }
}

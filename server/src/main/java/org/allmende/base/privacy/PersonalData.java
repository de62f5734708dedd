package org.allmende.base.privacy;

import java.util.List;
import java.util.Map;
import org.allmende.base.id.PersonId;

/** A module's answer for the personal data it keeps; every module with personal columns has one. */
public interface PersonalData {

  /** The columns that hold personal data, as {@code table.column}. */
  List<String> describe();

  /** Everything kept about the person, by a heading a person can read. */
  Map<String, List<String>> export(PersonId person);

  /** Blanks what is kept about the person; threads stay whole and nameless. */
  void erase(PersonId person);
}
